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
const named = { id: z.string().min(1), person: z.string().min(1) }

/** One way in by something that a person knows: a passphrase, or the words of the printed recovery key. */
const wordSlotSchema = z.looseObject({
  ...named,
  kind: z.enum(['passphrase', 'recovery']),
  /** Digest of the user's name, absent in registers made before there were several users. */
  tag: z.string().min(1).optional(),
  // Bounds, so that a forged file cannot make unlocking eat the machine.
  argon2id: z.object({
    memoryKiB: z.int().min(8).max(2_097_152),
    passes: z.int().min(1).max(1000),
    lanes: z.int().min(1).max(64),
    salt: bytes,
  }),
  sealed: bytes,
})
export type WordSlot = z.infer<typeof wordSlotSchema>

/** One way in by the operating system's keystore, for a time that is sealed in. Instants in UTC. */
const keystoreSlotSchema = z.looseObject({
  ...named,
  kind: z.literal('keystore'),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** The key to `sealed`, protected by the operating system. */
  key: bytes,
  sealed: bytes,
})
export type KeystoreSlot = z.infer<typeof keystoreSlotSchema>

const anySlotSchema = z.looseObject({ kind: z.string() })
const slotFileSchema = z.looseObject({
  format: z.string().startsWith('hemvag-keys-'),
  registerId: z.string().min(1),
  slots: z.array(anySlotSchema),
})

export type KeySlots = {
  readonly registerId: string
  readonly words: readonly WordSlot[]
  readonly keystores: readonly KeystoreSlot[]
  /** Slots of kinds and fields of the file that another program wrote: kept as they are. */
  readonly others: readonly z.infer<typeof anySlotSchema>[]
  readonly rest: Readonly<Record<string, unknown>>
}

const wordKinds: readonly string[] = ['passphrase', 'recovery']

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
  const { format: written, registerId, slots, ...rest } = file.data
  if (written !== format) return { ok: false, error: { code: 'newer', values: { file: keysFile } } }
  const words = wordSlotSchema.array().safeParse(slots.filter(({ kind }) => wordKinds.includes(kind)))
  const keystores = keystoreSlotSchema.array().safeParse(slots.filter(({ kind }) => kind === 'keystore'))
  if (!words.success || !keystores.success) return damaged
  const others = slots.filter(({ kind }) => !wordKinds.includes(kind) && kind !== 'keystore')
  return { ok: true, value: { registerId, words: words.data, keystores: keystores.data, others, rest } }
}

export async function readSlots(folder: string): Promise<Result<KeySlots, VaultProblem>> {
  try {
    return parseSlots(await readFile(join(folder, keysFile), 'utf8'))
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error))
    return { ok: false, error: { code: missing ? 'not-a-register' : 'not-readable', values: { folder } } }
  }
}

const base64 = (value: Buffer) => value.toString('base64')

/** Writes the whole file in one step. A folder that may not be written is an answer. */
export async function writeSlots(folder: string, slots: KeySlots): Promise<Result<null, VaultProblem>> {
  const words = slots.words.map((slot) => ({
    ...slot,
    argon2id: { ...slot.argon2id, salt: base64(slot.argon2id.salt) },
    sealed: base64(slot.sealed),
  }))
  const keystores = slots.keystores.map((slot) => ({ ...slot, key: base64(slot.key), sealed: base64(slot.sealed) }))
  const file = { ...slots.rest, format, registerId: slots.registerId, slots: [...words, ...keystores, ...slots.others] }
  try {
    await writeWhole(join(folder, keysFile), `${JSON.stringify(file, null, 2)}\n`)
    return { ok: true, value: null }
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))) return { ok: false, error: { code: 'not-writable', values: { folder } } }
    throw error
  }
}

/** Reads the slots, changes them and writes them back. */
export async function changeSlots(folder: string, change: (slots: KeySlots) => KeySlots): Promise<Result<null, VaultProblem>> {
  const slots = await readSlots(folder)
  return slots.ok ? writeSlots(folder, change(slots.value)) : slots
}
