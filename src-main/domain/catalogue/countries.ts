import { z } from 'zod'
import { citizenship, countryOfPlace } from '../case/values.ts'
import { provenanceFields } from './provenance.ts'

/** A country by both codes of ISO 3166-1, whether inside the EEA, its weekend as ISO weekdays, its emergency number where we are sure. */
export const countrySchema = z.strictObject({
  id: countryOfPlace,
  alpha3: citizenship,
  eea: z.boolean(),
  weekend: z.int().min(1).max(7).array().min(1),
  emergency: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  ...provenanceFields,
})
