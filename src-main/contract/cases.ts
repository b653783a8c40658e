import { z } from 'zod'
import { budgetView, day, deadlineView, followUpView, identityView, personView, readinessView, reference, riskView } from './views.ts'

const onDay = z.strictObject({ reference, on: day.optional() })

export const caseOperations = {
  'case.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ on: day.optional() }),
    output: z.strictObject({ cases: identityView.array() }),
  },
  'case.overview': {
    effect: 'read',
    refreshes: [],
    input: onDay,
    output: z.strictObject({
      identity: identityView,
      readiness: readinessView,
      deadlines: deadlineView.array(),
      people: personView.array(),
      /** What is left to do, and what of it is late. */
      tasks: z.strictObject({ open: z.int(), overdue: z.int() }),
    }),
  },
  'case.people': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference }),
    output: z.strictObject({ identity: identityView, people: personView.array() }),
  },
  /** Shows names for the open case. A read that is journalled. */
  'case.reveal-names': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ reference, operationId: z.string() }),
    output: z.strictObject({ child: z.string(), people: personView.array() }),
  },
  'case.risk': {
    effect: 'read',
    refreshes: [],
    input: onDay,
    output: z.strictObject({ identity: identityView, risk: riskView.nullable() }),
  },
  'case.budget': { effect: 'read', refreshes: [], input: onDay, output: z.strictObject({ identity: identityView, budget: budgetView }) },
  'case.follow-up': {
    effect: 'read',
    refreshes: [],
    input: onDay,
    output: z.strictObject({ identity: identityView, followUp: followUpView }),
  },
} as const
