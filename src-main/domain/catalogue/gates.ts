import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

/** Acts that safeguards stand before. Starting the journey has its own condition besides these. */
export const gatedActs = ['export', 'book', 'confirm'] as const
export type GatedAct = (typeof gatedActs)[number]

/** The five groups in which the window shows the safeguards. */
export const gateGroups = ['child', 'assessment', 'reception', 'plan', 'travel'] as const

/** When a second document is asked for beside the safeguard's own. */
const alsoEvidenceConditions = ['custodian-in-country-safe-to-ask', 'ground-builds-on-consent'] as const

export const gateSchema = z.strictObject({
  id: z.string().regex(/^G\d{2}$/),
  kind: z.enum(['hard', 'soft']),
  group: z.enum(gateGroups),
  evidence: z.string(),
  alsoEvidence: z.strictObject({ document: z.string(), when: z.enum(alsoEvidenceConditions) }).optional(),
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

export const bestInterestsFactorSchema = z.strictObject({ id: z.string().regex(/^BI\d{2}$/), ...provenanceFields })

/** Outcomes of a best-interests procedure; only some mean that the child may return. */
export const bestInterestsOutcomeSchema = z.strictObject({
  id: z.string().regex(/^[A-Z_]+$/),
  allowsReturn: z.boolean(),
  ...provenanceFields,
})

/** Who signs a document; texts under `signer.<id>`. */
export const signers = [
  'child',
  'guardian',
  'custodian',
  'parent',
  'chief-guardian',
  'panel',
  'social-worker',
  'social-services',
  'interpreter',
  'police-contact',
  'lawyer',
  'migration-agency',
  'tracing-organisation',
  'home-authority',
  'international-social-service',
  'receiver',
  'coordinator',
  'iom',
  'partner',
  'physician',
  'responsible-official',
  'escort',
] as const

/** Document types, who signs them (each entry one signature, by any of those it names), and from which age the child signs. */
export const documentTypeSchema = z.strictObject({
  id: z.string().regex(/^DOC_[A-Z_]+$/),
  signers: z.enum(signers).array().min(1).array(),
  childSignsFrom: z.int().optional(),
  ...provenanceFields,
})
