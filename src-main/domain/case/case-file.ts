import { z } from 'zod'
import { bestInterestsSchema, homeAuthoritySchema, riskAssessmentSchema } from './assessments.ts'
import { budgetSchema } from './budget.ts'
import { childSchema } from './child.ts'
import { childTalkSchema, resumptionSchema, returnDeclarationSchema, transfersSchema } from './consent.ts'
import { factFields } from './fact.ts'
import { legalSchema } from './legal.ts'
import { noteSchema } from './notes.ts'
import { personSchema, recipientSchema } from './people.ts'
import { receptionSchema, reintegrationSchema } from './reception.ts'
import { travelSchema } from './travel.ts'
import { instant, line, localId, plainDate, prose, sha256, ulid } from './values.ts'

/** Which retention rules the office follows. @source catalogue retentionRules */
export const officeTypes = ['social-services', 'state-agency', 'other'] as const

const followUpSchema = z.strictObject({
  template: z.string().regex(/^[A-Z0-9-]+$/),
  agreements: z.strictObject({ ...factFields, recipient: localId, responsible: line, channel: line, alarmRoute: line }).array(),
  /** Decided at the twelve-month review: one more visit at eighteen months. */
  longerFollowUp: z.strictObject({ ...factFields, by: line, reason: prose }).array(),
})

const documentSchema = z.strictObject({
  id: localId,
  type: z.string().regex(/^DOC_[A-Z_]+$/),
  title: line,
  issuer: line,
  issuedOn: plainDate,
  recordedAt: instant,
  sha256: sha256.optional(),
})

/** A manager's decision to go on without a soft safeguard. */
const overrideSchema = z.strictObject({
  ...factFields,
  gate: z.string().regex(/^G\d{2}$/),
  reason: z.string().min(40).max(4000),
  decidedBy: line,
  /** Last day on which it holds; without one, until it is taken back. */
  until: plainDate.optional(),
  /** The manager's later decision that the safeguard counts again, from that day on. */
  restored: z.strictObject({ ...factFields, reason: z.string().min(40).max(4000), decidedBy: line }).optional(),
})

const taskSchema = z.strictObject({
  id: localId,
  title: line,
  responsible: localId.optional(),
  dueOn: plainDate.optional(),
  doneOn: plainDate.optional(),
  recordedAt: instant,
})

/** A translator's wording of a free text, for copies of the plan in that language. Never machine made. */
const translationSchema = z.strictObject({
  language: z.enum(['en']),
  /** The text as it is written in the register; it is found by its whole wording. */
  text: prose,
  translation: prose,
  by: line.optional(),
  on: plainDate.optional(),
})

/**
 * A whole case, one validated document per version. Unknown fields are refused, so that nothing is lost in an exchange.
 * Days are plain dates, moments UTC instants, money integer minor units. People, recipients and documents are named by ids local to the file.
 */
export const caseFileSchema = z.strictObject({
  format: z.literal('hemvag-case-1'),
  id: ulid,
  reference: z.string().regex(/^[A-Z]{2,4}-\d{4}-\d{4}$/),
  office: z.strictObject({ type: z.enum(officeTypes), name: line, unit: line }),
  openedOn: plainDate,
  diaryNumber: line.optional(),
  child: childSchema,
  people: personSchema.array(),
  recipients: recipientSchema.array(),
  legal: legalSchema,
  talks: childTalkSchema.array(),
  returnDeclarations: returnDeclarationSchema.array(),
  resumptions: resumptionSchema.array(),
  transfers: transfersSchema,
  bestInterests: bestInterestsSchema.array(),
  homeAuthority: homeAuthoritySchema.array(),
  riskAssessments: riskAssessmentSchema.array(),
  reception: receptionSchema,
  reintegration: reintegrationSchema,
  budget: budgetSchema,
  travel: travelSchema,
  followUp: followUpSchema,
  documents: documentSchema.array(),
  overrides: overrideSchema.array(),
  tasks: taskSchema.array(),
  notes: noteSchema.array().optional(),
  translations: translationSchema.array().optional(),
  lastEntryOn: plainDate.optional(),
})
export type CaseFile = z.infer<typeof caseFileSchema>
