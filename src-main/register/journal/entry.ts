import { createHash } from 'node:crypto'
import type { JournalRow } from '../tables.ts'

/** What the first entry of a chain and the first checkpoint name as their predecessor. */
export const nothingBefore: Uint8Array = new Uint8Array(32)

export const caseChain = (caseId: string) => `case:${caseId}`
/** A thing inside a case, as the object of an entry. */
export const insideCase = (caseId: string, kind: string, id: string) => `${caseChain(caseId)}/${kind}:${id}`
export const personChain = (personId: string) => `person:${personId}`
export const registerChain = (registerId: string) => `register:${registerId}`

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** SHA-256 over an unambiguous writing of the entry. The detail enters sealed: the hash outlives the key, and nobody can guess names against it. */
export function entryHash(entry: Omit<JournalRow, 'hash'>): Uint8Array {
  const detail = entry.detail === null ? null : base64(entry.detail)
  const written = JSON.stringify([
    'hemvag-journal-1',
    entry.chain,
    entry.seq,
    entry.operation_id,
    entry.at,
    entry.actor,
    entry.action,
    entry.object,
    entry.version,
    detail,
    base64(entry.previous),
  ])
  return createHash('sha256').update(written).digest()
}
