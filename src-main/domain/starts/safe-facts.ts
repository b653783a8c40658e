import type { Examination } from './examination.ts'

/** One checked fact: message key `start.fact.<code>`, with `.detail` for the line below it. */
export type StartFact = {
  readonly code: string
  /** `met` what is as it should be, `soon` what wants attention, `stop` what is wrong. */
  readonly standing: 'met' | 'soon' | 'stop'
  readonly values: Readonly<Record<string, string | number>>
}

type Check = (examination: Examination) => StartFact | undefined
const fact = (standing: StartFact['standing'], code: string, values: StartFact['values'] = {}): StartFact => ({ code, standing, values })

/** Megabytes as people say them, never none. */
const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000))

const untouched: Check = (found) => {
  if (found.untouched === null) return fact('met', 'not-opened')
  return found.untouched ? fact('met', 'untouched', { count: found.files.length }) : fact('soon', 'touched')
}

const files: Check = ({ files: there, missing }) => {
  const unreadable = there.filter(({ readable }) => !readable).map(({ name }) => name)
  if (missing.length > 0) return fact('stop', 'missing', { files: missing.join(', ') })
  if (unreadable.length > 0) return fact('stop', 'unreadable', { files: unreadable.join(', ') })
  return fact('met', 'files', { count: there.length, size: megabytes(there.reduce((sum, { bytes }) => sum + bytes, 0)) })
}

/** What is left when the key file is gone. */
const others: Check = ({ files: there }) => {
  const names = there.map(({ name }) => name).filter((name) => name.endsWith('.db'))
  return names.length === 0 ? undefined : fact('met', 'others', { files: names.join(', ') })
}

const backup: Check = ({ lastGoodBackupAt }) =>
  lastGoodBackupAt === null ? fact('soon', 'no-backup') : fact('met', 'backup', { at: lastGoodBackupAt })

const rights: Check = ({ folderWritable, files: there }) => {
  const closed = there.filter(({ writable }) => !writable).map(({ name }) => name)
  if (folderWritable && closed.length === 0) return fact('met', 'writable')
  return folderWritable ? fact('stop', 'files-closed', { files: closed.join(', ') }) : fact('stop', 'folder-closed')
}

const space: Check = ({ freeBytes, reserve }) => {
  if (freeBytes === null) return undefined
  const values = { size: Math.floor(freeBytes / 1_000_000), reserve: reserve ? 'yes' : 'no' }
  return fact(freeBytes < 20_000_000 ? 'stop' : 'met', 'space', values)
}

const elsewhere: Check = ({ openSince }) =>
  openSince === null ? fact('soon', 'open-unknown') : fact('soon', 'open-elsewhere', { since: openSince })

const before: Check = ({ openSince, files: there }) => {
  const database = there.find(({ name }) => name === 'register.db')
  return openSince === null || database === undefined
    ? undefined
    : fact('met', 'before', { since: openSince, size: megabytes(database.bytes) })
}

const after: Check = ({ openSince }) => (openSince === null ? undefined : fact('stop', 'after', { since: openSince }))

const clock: Check = ({ seen, now }) => (seen === null ? undefined : fact('soon', 'clock', { last: seen.at, now }))

const checkpoint: Check = ({ seen }) => (seen === null ? undefined : fact('soon', 'seen', { number: seen.checkpoint, at: seen.at }))

const checks: Readonly<Record<string, readonly Check[]>> = {
  damaged: [untouched, files, backup],
  mixed: [untouched, files, backup],
  'wrong-key': [untouched, files, backup],
  newer: [untouched, files, backup],
  'keys-missing': [others, untouched, backup],
  'not-readable': [untouched, files, backup],
  'not-writable': [untouched, files, rights],
  'disk-full': [files, space, backup],
  'in-use': [files, elsewhere, backup],
  'log-missing': [before, after, backup],
  'keys-altered': [untouched, files, backup],
  'rolled-back': [untouched, checkpoint, backup],
  'clock-behind': [untouched, files, clock],
}

/** What keeps a register from being opened, and has a screen of its own. */
export const troubleCodes: readonly string[] = Object.keys(checks)
export const isTrouble = (code: string): boolean => troubleCodes.includes(code)

/** The three things worth knowing in this trouble, each as it was found just now. */
export const safeFacts = (trouble: string, examination: Examination): readonly StartFact[] =>
  (checks[trouble] ?? []).flatMap((check) => check(examination) ?? [])

/** Troubles that a person who has read what they mean may pass over. */
export const acceptableTroubles = ['log-missing', 'rolled-back', 'clock-behind', 'keys-altered'] as const
export type AcceptableTrouble = (typeof acceptableTroubles)[number]
export const isAcceptable = (code: string): code is AcceptableTrouble => acceptableTroubles.some((each) => each === code)

/** The text of what to do: the side file of what was seen last is no part of the register and can be moved away. */
export const adviceKey = (trouble: string, file: string | number | undefined): string =>
  file === 'seen.json' ? 'start.seen-file.do' : `start.${trouble}.do`
