import { z } from 'zod'
import { actView, day, identityView, language, reference } from './views.ts'

const recipientView = z.strictObject({
  id: z.string(),
  profile: z.string(),
  kind: z.string(),
  /** An organisation's name; null for a private person, who is shown by role. */
  name: z.string().nullable(),
  country: z.string(),
  verdict: actView,
  gap: z.string().nullable(),
  /** Whether this version of Hemväg sets this profile. */
  available: z.boolean(),
})

/** What one rule says; `verify.code.<code>` says why, where there is a reason. */
const checkView = z.strictObject({
  rule: z.string(),
  outcome: z.enum(['failed', 'remark', 'passed', 'not-checked']),
  code: z.string().nullable(),
  ok: z.boolean(),
})

/** Verdict of the verifier; the worst finding decides. */
export const verdictView = z.strictObject({
  file: z.string(),
  verdict: z.enum(['intact-trusted', 'intact-unknown-signer', 'cannot-verify', 'do-not-trust']),
  checks: checkView.array(),
  signatures: z
    .strictObject({
      field: z.string(),
      subject: z.string(),
      signedAt: z.string().nullable(),
      fingerprint: z.string(),
      trusted: z.boolean(),
    })
    .array(),
})
export type VerdictView = z.infer<typeof verdictView>

export const planOperations = {
  'plan.recipients': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, on: day.optional() }),
    output: z.strictObject({ identity: identityView, recipients: recipientView.array() }),
  },
  /** What goes, what stays and why, on what grounds, before anything leaves. */
  'plan.offer': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, recipient: z.string(), language, on: day.optional() }),
    output: z.strictObject({
      identity: identityView,
      recipient: recipientView,
      goes: z.strictObject({ field: z.string(), extent: z.enum(['full', 'shortened']) }).array(),
      stays: z.strictObject({ field: z.string(), always: z.boolean(), why: z.string() }).array(),
      grounds: z
        .strictObject({
          purpose: z.string(),
          secrecy: z.string(),
          swedishInterests: z.boolean().nullable(),
          dataProtection: z.string(),
          lawCited: z.string().nullable(),
          checkedOn: day,
          consentOn: day.nullable(),
        })
        .nullable(),
      signer: z.strictObject({ name: z.string(), organisation: z.string(), fingerprint: z.string() }).nullable(),
      /** Why there is no signer although there was one: the key of the sentence that says so. */
      signerTrouble: z.string().optional(),
      planVersion: z.int(),
      fileName: z.string(),
      attachment: z.boolean(),
    }),
  },
  /** Sets, signs, verifies and saves the plan; a draft is unsigned, marked on every page and stays inside. */
  'plan.export': {
    effect: 'write',
    refreshes: ['case.list', 'case.overview', 'plan.offer', 'plan.recipients'],
    input: z.strictObject({
      reference,
      recipient: z.string(),
      language,
      folder: z.string().min(1),
      draft: z.boolean(),
      operationId: z.string(),
    }),
    output: z.strictObject({
      file: z.string(),
      fileName: z.string(),
      pages: z.int(),
      checkCode: z.string().nullable(),
      verdict: verdictView.nullable(),
    }),
  },
  'plan.verify': {
    effect: 'read',
    whileLocked: true,
    refreshes: [],
    input: z.strictObject({ file: z.string().min(1) }),
    output: verdictView,
  },
} as const
