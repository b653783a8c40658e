import { z } from 'zod'
import { recipientKinds } from '../case/people.ts'
import { provenanceFields } from './provenance.ts'

/** Under which circumstances a data-protection ground can be chosen. */
const groundSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  buildsOnConsent: z.boolean().optional(),
  place: z.enum(['inside-eea', 'outside-eea', 'anywhere']).optional(),
  needs: z.enum(['law-cited', 'reason']).optional(),
  notForPublicAuthority: z.boolean().optional(),
})

/** Per kind of recipient: grounds of secrecy, whether OSL 8:3 asks a named official besides, and grounds of data protection. */
export const transferGroundSchema = z.strictObject({
  recipientKind: z.enum(recipientKinds),
  secrecy: groundSchema.array(),
  swedishInterests: z.boolean(),
  dataProtection: groundSchema.array(),
  ...provenanceFields,
})
export type TransferGround = z.infer<typeof transferGroundSchema>
