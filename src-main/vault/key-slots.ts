import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from '#domain/result.ts'
import { writeWhole } from './atomic-file.ts'
import { systemCode, type VaultProblem } from './problem.ts'

export const keysFile = 'keys.json'
const format = 'hemvag-keys-1'

// Only the one exact writing: the last letter of a longer one holds bits that mean nothing and could be changed unseen.
const bytes = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text)
  .transform((text) => Buffer.from(text, 'base64'))

/** One way in for one person. Other kinds (printed recovery key, the system's keystore) join the list with their own fields. */
const passphraseSlotSchema = z.object({
  kind: z.literal('passphrase'),
  id: z.string().min(1),
  person: z.string().min(1),
  // Bounds, so that a forged file cannot make unlocking eat the machine.
  argon2id: z.object({
    memoryKiB: z.int().min(8).max(2_097_152),
    passes: z.int().min(1).max(1000),
    lanes: z.int().min(1).max(64),
    salt: bytes,
  }),
  sealed: bytes,
})
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>

const slotFileSchema = z.object({
  format: z.string().startsWith('hemvag-keys-'),
  registerId: z.string().min(1),
  slots: z.array(z.looseObject({ kind: z.string() })),
})

export type KeySlots = { readonly registerId: string; readonly passphrases: readonly PassphraseSlot[] }

function parseSlots(text: string): Result<KeySlots, VaultProblem> {
  const damaged = { ok: false, error: { code: 'damaged', values: { file: keysFile } } } as const
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return damaged
  }
  const file = slotFileSchema.safeParse(value)
  if (!file.success) return damaged
  if (file.data.format !== format) return { ok: false, error: { code: 'newer', values: { file: keysFile } } }
  const slots = passphraseSlotSchema.array().safeParse(file.data.slots.filter((slot) => slot.kind === 'passphrase'))
  if (!slots.success) return damaged
  return { ok: true, value: { registerId: file.data.registerId, passphrases: slots.data } }
}

export async function readSlots(folder: string): Promise<Result<KeySlots, VaultProblem>> {
  try {
    return parseSlots(await readFile(join(folder, keysFile), 'utf8'))
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error))
    return { ok: false, error: { code: missing ? 'not-a-register' : 'not-readable', values: { folder } } }
  }
}

export async function writeSlots(folder: string, slots: KeySlots): Promise<void> {
  const file = {
    format,
    registerId: slots.registerId,
    slots: slots.passphrases.map((slot) => ({
      ...slot,
      argon2id: { ...slot.argon2id, salt: slot.argon2id.salt.toString('base64') },
      sealed: slot.sealed.toString('base64'),
    })),
  }
  await writeWhole(join(folder, keysFile), `${JSON.stringify(file, null, 2)}\n`)
}
