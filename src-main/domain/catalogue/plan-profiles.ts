import { z } from 'zod'
import { kinships, recipientKinds, recipientProfiles } from '../case/people.ts'

/** What of a case a plan can hold. Whatever a profile does not list stays. */
export const planFields = [
  'cover.decision',
  'cover.safeguards',
  'cover.risk',
  'cover.budget',
  'cover.asks',
  'child.alias',
  'child.name',
  'child.birth',
  'child.languages',
  'child.background',
  'child.goals',
  'guardian.person',
  'consent.declaration',
  'best-interests.outcome',
  'best-interests.weighing',
  'risk.assessment',
  'risk.source',
  'risk.protective',
  'reception.caregiver',
  'reception.home-study',
  'reception.town',
  'reception.responsibility',
  'reception.contingency',
  'reintegration.goals',
  'budget.lines',
  'budget.funding',
  'travel.journey',
  'travel.document',
  'travel.fitness',
  'follow-up.calendar',
  'alarm.routes',
  'contacts.people',
  'signatures.boxes',
  'evidence.documents',
  'appendix.left-out',
  'appendix.verification',
  'attachment.data',
] as const
export type PlanField = (typeof planFields)[number]

/** In which way a field is shortened; each has its own cut in code. */
const cuts = [
  'decision-and-journey',
  'age',
  'first-name',
  'relation',
  'existence',
  'right-to-withdraw',
  'rights',
  'on-cover',
  'outcome-and-date',
  'receiver',
  'without-budget-line',
  'paid-in-country',
  'own-activities',
  'fit-and-validity',
  'neutral-wording',
  'three-steps',
  'phone-list',
  'without-office-in-finland',
  'coordinator-and-escort',
  'organisation',
] as const
const extent = z.enum(['full', ...cuts])
export type Extent = z.infer<typeof extent>

const reasons = [
  'not-for-task',
  'separate-sheet',
  'knows-already',
  'may-harm',
  'protected',
  'other-secrecy',
  'not-covered',
  'physician-to-physician',
  'stays-in-file',
] as const

export const planSections = [
  'child',
  'guardian',
  'best-interests',
  'risk',
  'reception',
  'reintegration',
  'budget',
  'travel',
  'follow-up',
  'contacts',
  'signatures',
  'appendix',
] as const
export type PlanSection = (typeof planSections)[number]

export const planAsks = [
  'countersign',
  'confirm-arrival',
  'give-guaranteed-support',
  'carry-out-follow-ups',
  'meet-the-child',
  'answer-arrival-call',
  'keep-secret',
  'take-over',
] as const
export type PlanAsk = (typeof planAsks)[number]

const profileSchema = z.strictObject({
  id: z.enum(recipientProfiles),
  /** Whether this version of Hemväg sets it on paper. */
  available: z.boolean(),
  /** Kinds of recipients that may have it: a family never gets what is for an authority. */
  kinds: z.enum(recipientKinds).array().min(1),
  /** Recipients with no task get no box to sign. */
  partnerSigns: z.boolean(),
  sections: z.enum(planSections).array(),
  asks: z.enum(planAsks).array().max(4),
  fields: z.partialRecord(z.enum(planFields), extent),
})
export type PlanProfile = z.infer<typeof profileSchema>

/** Who gets what of a plan, and why the rest stays. @source Hemväg rule: design of the plan, profile matrix */
export const planProfilesSchema = z.strictObject({
  profiles: profileSchema.array(),
  /** Why a field stays where a profile does not list it. */
  stays: z.record(z.enum(planFields), z.enum(reasons)),
  /** What no profile ever gets. */
  alwaysStays: z.strictObject({ field: z.string().regex(/^[a-z-]+$/), why: z.enum(reasons) }).array(),
  /** Categories named in the appendix, the same for every child, so that absence tells nothing. */
  leftOut: z.string().array(),
  /** Document types whose date, issuer and checksum are listed. */
  evidence: z.string().array(),
  /** Rows of the alarm table; the shortest clock of the red flags counts. `neutral` rows have a wording for families. */
  alarms: z.strictObject({ id: z.string(), flags: z.string().array().min(1), neutral: z.boolean() }).array(),
  /** Words that would tell of a relative who is withheld, in the languages that the register is written in. */
  kinshipWords: z.record(z.enum(kinships), z.string().array()),
})
export type PlanProfiles = z.infer<typeof planProfilesSchema>
