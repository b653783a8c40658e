import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from '#domain/result.ts'
import { writeWhole } from './atomic-file.ts'
import { isTextWithMac, textWithMac } from './file-mac.ts'
import { systemCode, type VaultProblem } from './problem.ts'

export const keysFile = 'keys.json'
/** Files of the first form have no seal. */
const formats = { open: 'hemvag-keys-1', sealed: 'hemvag-keys-2' } as const

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
  /** The file as it was read: its seal can be judged only once a slot has opened. */
  readonly asRead: AsRead
}
type AsRead = { readonly format: string; readonly text: string; readonly content: object }
type NewSlots = Omit<KeySlots, 'asRead'>

/** `sealed`: as a holder of the register's key wrote it. `open`: of the first form. `altered`: somebody else has changed it. */
export type SealStanding = 'sealed' | 'open' | 'altered'

/** What the seal of the file says, by the register's key of this file. */
export function sealStanding({ asRead: { format, text, content } }: KeySlots, key: KeyObject): SealStanding {
  if (format === formats.open) return 'open'
  return isTextWithMac(key, content, text) ? 'sealed' : 'altered'
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
  const { format, registerId, slots, mac: _, ...rest } = file.data
  if (format !== formats.open && format !== formats.sealed) return { ok: false, error: { code: 'newer', values: { file: keysFile } } }
  const words = wordSlotSchema.array().safeParse(slots.filter(({ kind }) => wordKinds.includes(kind)))
  const keystores = keystoreSlotSchema.array().safeParse(slots.filter(({ kind }) => kind === 'keystore'))
  if (!words.success || !keystores.success) return damaged
  const others = slots.filter(({ kind }) => !wordKinds.includes(kind) && kind !== 'keystore')
  return {
    ok: true,
    value: { registerId, words: words.data, keystores: keystores.data, others, rest, asRead: { format, text, content: contentOf(value) } },
  }
}

/** Everything but the seal, in the order in which it stands. */
const contentOf = (value: unknown): object => {
  const { mac: _, ...content } = z.looseObject({}).parse(value)
  return content
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

/** Writes the whole file in one step, sealed by the register's key of this file. A folder that may not be written is an answer. */
export async function writeSlots(folder: string, key: KeyObject, slots: NewSlots): Promise<Result<null, VaultProblem>> {
  const words = slots.words.map((slot) => ({
    ...slot,
    argon2id: { ...slot.argon2id, salt: base64(slot.argon2id.salt) },
    sealed: base64(slot.sealed),
  }))
  const keystores = slots.keystores.map((slot) => ({ ...slot, key: base64(slot.key), sealed: base64(slot.sealed) }))
  const file = { ...slots.rest, format: formats.sealed, registerId: slots.registerId, slots: [...words, ...keystores, ...slots.others] }
  try {
    await writeWhole(join(folder, keysFile), textWithMac(key, file))
    return { ok: true, value: null }
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))) return { ok: false, error: { code: 'not-writable', values: { folder } } }
    throw error
  }
}

/** What an open vault knows of the file. */
export type UnlockedSlots = { readonly keyFile: SealStanding; fileKey(file: string): KeyObject }

/**
 * Reads the slots, changes them and writes them back. Where the file was sealed when it opened and no longer is, somebody has changed it
 * since: then it is `damaged`.
 */
export async function changeSlots(
  folder: string,
  unlocked: UnlockedSlots,
  change: (slots: KeySlots) => NewSlots,
): Promise<Result<null, VaultProblem>> {
  const slots = await readSlots(folder)
  if (!slots.ok) return slots
  const key = unlocked.fileKey(keysFile)
  if (unlocked.keyFile === 'sealed' && sealStanding(slots.value, key) !== 'sealed')
    return { ok: false, error: { code: 'damaged', values: { file: keysFile } } }
  return writeSlots(folder, key, change(slots.value))
}
