import { z } from 'zod'
import { factFields } from './fact.ts'
import { language, line, localId, plainDate, prose } from './values.ts'

/** A talk with the child: setting, the child's own words, and each wish with what was done about it. */
export const childTalkSchema = z.strictObject({
  ...factFields,
  interviewer: line,
  alone: z.boolean(),
  interpreter: z.strictObject({ language, authorised: z.boolean(), channel: z.enum(['in-person', 'video', 'phone']) }).optional(),
  method: line.optional(),
  words: prose.optional(),
  wantsToReturn: z.enum(['yes', 'no', 'unsure', 'not-asked']),
  informedOfAlternatives: z.boolean(),
  wishes: z.strictObject({ wish: line, answer: z.strictObject({ text: line, decidedOn: plainDate }).optional() }).array(),
})

export const consentGivers = ['child', 'guardian', 'custodian'] as const

/**
 * The declaration of voluntary return (G05): given, confirmed again, withdrawn, or answered on the travel day.
 * Withdrawing it pauses the case. Consent to transfer data is another act, see `transfersSchema`.
 */
export const returnDeclarationSchema = z.strictObject({
  ...factFields,
  step: z.enum(['given', 'confirmed', 'withdrawn', 'spoken-yes', 'spoken-no']),
  by: z.enum(consentGivers).array().min(1),
})
export type ReturnDeclaration = z.infer<typeof returnDeclarationSchema>

/** A manager's decision that a paused case goes on. */
export const resumptionSchema = z.strictObject({ ...factFields, decidedBy: line, reason: prose })

export const transferPurposes = ['tracing-and-assessment', 'plan', 'identity-for-travel', 'follow-up'] as const

export const transfersSchema = z.strictObject({
  consents: z
    .strictObject({
      ...factFields,
      step: z.enum(['given', 'withdrawn']),
      recipients: localId.array().min(1),
      purpose: z.enum(transferPurposes),
      by: z.enum(consentGivers).array().min(1),
    })
    .array(),
  /** One answer per recipient and purpose: secrecy, data protection, purpose. @source catalogue transferGrounds */
  secrecyChecks: z
    .strictObject({
      ...factFields,
      recipient: localId,
      purpose: z.enum(transferPurposes),
      outcome: z.enum(['may-be-disclosed', 'may-not-be-disclosed']),
      secrecyGround: z.string().regex(/^[a-z0-9-]+$/),
      /** OSL 8:3: a named official found it clear that the transfer suits Swedish interests. */
      swedishInterests: z.strictObject({ decidedBy: line }).optional(),
      dataProtectionGround: z.string().regex(/^[a-z0-9-]+$/),
      lawCited: line.optional(),
      reason: prose.optional(),
      official: line,
    })
    .array(),
  log: z
    .strictObject({
      ...factFields,
      recipient: localId,
      purpose: z.enum(transferPurposes),
      profile: z.string(),
      language,
      planVersion: z.int().min(1),
      /** Version of the case from which the copy was set. */
      caseVersion: z.int().min(1),
      sha256: z.string(),
      by: line,
    })
    .array(),
})
export type Transfers = z.infer<typeof transfersSchema>
