import type { Input } from '#contract/operations.ts'
import { taskCounts } from '#domain/case/tasks.ts'
import type { Deadline } from '#domain/deadlines/deadline.ts'
import { deadlinesOf } from '#domain/deadlines/deadlines-of.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/readiness.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'
import { budgetView } from './views/budget-view.ts'
import { followUpView } from './views/follow-up-view.ts'
import { peopleView } from './views/people-view.ts'
import { gateValidities, identityView, readinessView } from './views/readiness-view.ts'
import { riskView } from './views/risk-view.ts'

type Names = 'case.list' | 'case.overview' | 'case.people' | 'case.reveal-names' | 'case.risk' | 'case.budget' | 'case.follow-up'

/** A case with its readiness on the day asked about, or today. */
export async function judged(ports: Ports, { reference, on }: { readonly reference: string; readonly on?: string | undefined }) {
  const stored = await ports.register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  return done({ stored, readiness: readinessOf(ports, stored, on ?? ports.clock.today()) })
}

const readinessOf = (ports: Ports, { caseFile }: StoredCase, on: string): Readiness => assessReadiness(caseFile, ports.catalogue, on)

/** Public holidays of the receiving country for as long as anything can be due. */
export const calendarOf = (ports: Ports, { caseFile }: StoredCase, on: string) => ports.calendar(caseFile.travel.destination.country, on)

const deadlineView = ({ id, key, due, state, severity, values }: Deadline) => ({ id, key, due, state, severity, values: { ...values } })

/** Most urgent first: paused, then what expired or stops, then by departure. */
const urgency = (readiness: Readiness): string => {
  const rank =
    readiness.pause !== undefined ? 0 : readiness.gates.some((each) => each.state === 'expired' || each.work === 'answered-no') ? 1 : 2
  return `${rank} ${readiness.departure ?? '9999-12-31'}`
}

export const caseImplementations: Implementations<Names> = {
  'case.list': async (ports, { on }) => {
    const stored = await ports.register.list()
    const judgedCases = stored.map((each) => ({ each, readiness: readinessOf(ports, each, on ?? ports.clock.today()) }))
    const sorted = judgedCases.toSorted((one, other) => (urgency(one.readiness) < urgency(other.readiness) ? -1 : 1))
    return done({ cases: sorted.map(({ each, readiness }) => identityView(each, readiness)) })
  },
  'case.overview': (ports, input) =>
    onCase(ports, input, ({ stored, readiness }) => ({
      identity: identityView(stored, readiness),
      readiness: readinessView(readiness),
      deadlines: deadlinesOf(
        stored.caseFile,
        ports.catalogue,
        calendarOf(ports, stored, readiness.on),
        readiness.on,
        gateValidities(readiness),
      ).map(deadlineView),
      people: peopleView(stored.caseFile, false),
      tasks: taskCounts(stored.caseFile.tasks, readiness.on),
    })),
  'case.people': (ports, input) =>
    onCase(ports, input, ({ stored, readiness }) => ({
      identity: identityView(stored, readiness),
      people: peopleView(stored.caseFile, false),
    })),
  'case.reveal-names': async (ports, { reference, operationId }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    await ports.register.recordRead(reference, 'names', operationId)
    const { givenName, familyName } = stored.caseFile.child
    return done({ child: `${givenName} ${familyName}`, people: peopleView(stored.caseFile, true) })
  },
  'case.risk': (ports, input) =>
    onCase(ports, input, ({ stored, readiness }) => ({
      identity: identityView(stored, readiness),
      risk: riskView(stored.caseFile, ports.catalogue, readiness),
    })),
  'case.budget': (ports, input) =>
    onCase(ports, input, ({ stored, readiness }) => ({
      identity: identityView(stored, readiness),
      budget: budgetView(stored.caseFile, ports.catalogue, readiness.on),
    })),
  'case.follow-up': (ports, input) =>
    onCase(ports, input, ({ stored, readiness }) => ({
      identity: identityView(stored, readiness),
      followUp: followUpView(stored.caseFile, ports.catalogue, calendarOf(ports, stored, readiness.on), readiness.on),
    })),
}

async function onCase<Value>(
  ports: Ports,
  input: Input<'case.people'> | Input<'case.risk'>,
  view: (found: { readonly stored: StoredCase; readonly readiness: Readiness }) => Value,
) {
  const found = await judged(ports, input)
  return found.ok ? done(view(found.value)) : found
}
