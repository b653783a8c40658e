import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

/** Acts that safeguards stand before. Starting the journey has its own condition besides these. */
export const gatedActs = ['export', 'book', 'confirm'] as const
export type GatedAct = (typeof gatedActs)[number]

/** The five groups in which the window shows the safeguards. */
export const gateGroups = ['child', 'assessment', 'reception', 'plan', 'travel'] as const

export const gateSchema = z.strictObject({
  id: z.string().regex(/^G\d{2}$/),
  kind: z.enum(['hard', 'soft']),
  group: z.enum(gateGroups),
  evidence: z.string(),
  neededFor: z.enum(gatedActs).array(),
  override: z.enum(['never', 'manager-with-reason']),
  validDays: z.int().positive().optional(),
  reconfirmDaysBeforeDeparture: z.int().positive().optional(),
  spokenOnTravelDay: z.boolean().optional(),
  perRecipient: z.boolean().optional(),
  notApplicableWhen: z.enum(['no-investigation-opened', 'no-crime-in-sweden', 'swedish-citizen']).optional(),
  ...provenanceFields,
})
export type Gate = z.infer<typeof gateSchema>

/** Outcomes of a best-interests procedure; only some mean that the child may return. */
export const bestInterestsOutcomeSchema = z.strictObject({ id: z.string(), allowsReturn: z.boolean() })

/** Document types, who signs them, and from which age the child signs. */
export const documentTypeSchema = z.strictObject({
  id: z.string().regex(/^DOC_/),
  signers: z.string().array(),
  childSignsFrom: z.int().optional(),
  childSignsFromBasis: z.string().optional(),
})
