import type { Session } from '../session.ts'
import { caseChain } from './entry.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A place in the journal that somebody outside can keep, and later ask whether it still stands. Hashes in hex. */
export type KnownHead = { readonly chain: string; readonly seq: number; readonly hash: string }

/** A checkpoint that somebody outside can keep. It binds all chains as they stood, so a register without it was rolled back. */
export type KnownCheckpoint = { readonly number: number; readonly hash: string }

/** What a printed plan carries: the case's head, and the last checkpoint, which binds all chains. */
export type JournalHeads = {
  readonly registerId: string
  readonly case: KnownHead | undefined
  readonly checkpoint: KnownCheckpoint | undefined
}

export async function headsFor(session: Session, caseId: string): Promise<JournalHeads> {
  const { database, info } = session
  const head = await database
    .selectFrom('journal_heads')
    .select(['chain', 'seq', 'hash'])
    .where('chain', '=', caseChain(caseId))
    .executeTakeFirst()
  const checkpoint = await database
    .selectFrom('checkpoints')
    .select(['number', 'hash'])
    .where('register_id', '=', info.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    registerId: info.id,
    case: head && { ...head, hash: hex(head.hash) },
    checkpoint: checkpoint && { ...checkpoint, hash: hex(checkpoint.hash) },
  }
}
