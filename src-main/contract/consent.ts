import { z } from 'zod'
import { consentGivers } from '#domain/case/consent.ts'
import { recipientKinds, recipientProfiles } from '#domain/case/people.ts'
import { day, reference } from './views.ts'

const operationId = z.string().min(1).max(60)
const version = z.int().min(1)

const ground = z.strictObject({
  id: z.string(),
  /** What must be written beside it. */
  needs: z.enum(['law-cited', 'reason']).nullable(),
  buildsOnConsent: z.boolean(),
  /** Why it cannot be chosen here; its sentence is `transfer-ground.<code>`. */
  hindrance: z.enum(['not-for-public-authority', 'inside-eea-only', 'outside-eea-only']).nullable(),
})

const recipient = z.strictObject({
  id: z.string(),
  kind: z.enum(recipientKinds),
  profile: z.enum(recipientProfiles),
  /** An organisation's; a private person is told by the profile. */
  name: z.string().nullable(),
  country: z.string(),
  /** Why the plan may not go there yet; its sentence is `readiness.secrecy.<code>`. */
  gap: z.string().nullable(),
  coveredOn: day.nullable(),
  swedishInterests: z.boolean(),
  secrecy: ground.array(),
  dataProtection: ground.array(),
})

/** What the child says, and what may be told to others about it. */
export const consentOperations = {
  /** What stands around the talks and declarations of a case: the latest yes of each, and the grounds for each recipient. */
  'consent.view': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference }),
    output: z.strictObject({
      /** Days on which each last said yes since the last no. */
      child: day.nullable(),
      representative: day.nullable(),
      /** Last day of departure that the latest yes of both carries. */
      carriesThrough: day.nullable(),
      hasCustodian: z.boolean(),
      publicAuthority: z.boolean(),
      mayResume: z.boolean(),
      resumptions: z.strictObject({ on: day, by: z.string(), reason: z.string() }).array(),
      recipients: recipient.array(),
    }),
  },
  /**
   * The child, or whoever represents it, has changed their mind: the case is paused at once. No reason, no document and no version is asked for,
   * so that nothing is in its way. Where it is said again on the same day, nothing more is written.
   */
  'consent.withdraw': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, operationId, by: z.enum(consentGivers).array().min(1) }),
    output: z.strictObject({ version: z.int(), since: day }),
  },
  /** A manager decides that a paused case goes on; refused before the new talk and the new declaration are there. */
  'consent.resume': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, version, operationId, reason: z.string().trim().min(1).max(4000) }),
    output: z.strictObject({ version: z.int() }),
  },
} as const
