import { z } from 'zod'
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
    return { isPlan, data: isPlan ? undefined : exportedCheckpoint(bytes) }
  }
}

const exported = z.union([
  z.object({ kind: z.literal('register'), registerId: z.string() }),
  z.object({ kind: z.literal('checkpoint'), number: z.int(), hash: z.base64() }),
])

/** The newest checkpoint of an exported journal, whose lines begin with the register, its people and its checkpoints. */
function exportedCheckpoint(bytes: Uint8Array): unknown {
  let found: { registerId?: string; checkpoint?: { number: number; hash: string } } = {}
  for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
    if (line.startsWith('{"kind":"head"')) break
    const { data } = exported.safeParse(parsed(line))
    if (data?.kind === 'register') found = { registerId: data.registerId }
    if (data?.kind === 'checkpoint')
      found = { ...found, checkpoint: { number: data.number, hash: Buffer.from(data.hash, 'base64').toString('hex') } }
  }
  return found
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
