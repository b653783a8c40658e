import { z } from 'zod'
import { factFields } from './fact.ts'
import { line, localId, plainDate, prose } from './values.ts'

export const receptionSchema = z.strictObject({
  tracing: z.strictObject({ ...factFields, person: localId, identityVerified: z.boolean() }).array(),
  homeStudies: z
    .strictObject({ ...factFields, person: localId, by: line, outcome: z.enum(['suitable', 'unsuitable']), traffickingLink: z.boolean() })
    .array(),
  /** Three questions: who meets the child, where it will live, who has custody. */
  arrangements: z
    .strictObject({
      ...factFields,
      metBy: localId.array(),
      meetingPlace: line.optional(),
      livesWith: localId.optional(),
      town: line.optional(),
      custody: line.optional(),
    })
    .array(),
  parentalConsents: z.strictObject({ ...factFields, person: localId }).array(),
  takeovers: z.strictObject({ ...factFields, authority: line, inWriting: z.boolean() }).array(),
  contingencies: z.strictObject({ ...factFields, text: line, responsible: line, inWriting: z.boolean(), triggers: line.array() }).array(),
})

export const needAreas = ['education', 'health', 'family', 'safety', 'social', 'housing', 'livelihood', 'legal'] as const

export const reintegrationSchema = z.strictObject({
  /** The child's own goal, in the child's terms. */
  childsGoal: prose.optional(),
  strengths: line.array(),
  goals: z
    .strictObject({
      area: z.enum(needAreas),
      goal: line,
      activities: z
        .strictObject({
          text: line,
          responsible: line,
          startsOn: plainDate.optional(),
          endsOn: plainDate.optional(),
          indicator: line.optional(),
          budgetLines: localId.array(),
          lowersRisk: z.string().array(),
        })
        .array(),
    })
    .array(),
  closureRule: line.optional(),
  countersignatures: z.strictObject({ ...factFields, recipient: localId, planVersion: z.int().min(1), signedBy: line }).array(),
})
