import { verifyPdf } from '#documents/signing/verify-pdf.ts'

/** The data attached to a plan. What the plan is worth, the verifier says elsewhere. */
function attachedPlan(bytes: Uint8Array): Uint8Array | undefined {
  const options = { profile: 'plan', trusted: [], signers: {}, at: new Date().toISOString() } as const
  return verifyPdf(bytes, options).attachments.find(({ name }) => name === 'plan.json')?.content
}

/** What a file says that may bear witness to the journal: a plan by its attached data, anything else as JSON. */
export function witnessIn(bytes: Uint8Array): { isPlan: boolean; data: unknown } {
  const isPlan = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  const text = isPlan ? attachedPlan(bytes) : bytes
  try {
    return { isPlan, data: text && JSON.parse(Buffer.from(text).toString('utf8')) }
  } catch {
    return { isPlan, data: undefined }
  }
}
