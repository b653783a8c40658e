import { z } from 'zod'

/** Where a catalogue item comes from, how far it binds, whether we read the source, and when it holds. Shown in window and plan. */
export const provenanceFields = {
  basis: z.string().optional(),
  standing: z.enum(['law', 'guidance', 'own', 'unverified']),
  checked: z.enum(['read', 'summary', 'unverified']).optional(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  recheckFrom: z.iso.date().optional(),
} as const satisfies Record<string, z.ZodType>

/** Strict, so that a list's own provenance holds nothing else. */
export const provenanceSchema = z.strictObject(provenanceFields)
