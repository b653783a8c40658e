import { createHash } from 'node:crypto'
import { rememberNewest } from '../heads-seen.ts'
import { type Change, type Session, transact } from '../session.ts'
import type { CheckpointRow } from '../tables.ts'
import { base64, nothingBefore } from './entry.ts'

export type ChainHead = { readonly chain: string; readonly seq: number; readonly hash: Uint8Array }

/**
 * Binds every head of every chain: those that moved since the checkpoint before, and through its hash all the others.
 * So a checkpoint costs what happened since the last one, not the size of the register.
 */
export function checkpointHash(row: Omit<CheckpointRow, 'hash' | 'signature'>, moved: readonly ChainHead[]): Uint8Array {
  const heads = moved.map((head) => [head.chain, head.seq, base64(head.hash)])
  const written = JSON.stringify(['hemvag-checkpoint-1', row.register_id, row.number, row.at, row.signer, base64(row.previous), heads])
  return createHash('sha256').update(written).digest()
}

/** The bytes that a checkpoint's signer signs. */
export function signedBytes(hash: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('hemvag-checkpoint-1\0'), hash])
}

async function movedHeads(change: Change): Promise<ChainHead[]> {
  const heads = change.selectFrom('journal_heads').select(['chain', 'seq', 'hash'])
  return heads.whereRef('seq', '>', 'checkpointed').orderBy('chain').execute()
}

async function lastCheckpoint(session: Session, change: Change): Promise<{ number: number; hash: Uint8Array }> {
  const last = await change
    .selectFrom('checkpoints')
    .select(['number', 'hash'])
    .where('register_id', '=', session.info.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { number: 0, hash: nothingBefore }
}

/** Signs all heads as they stand, unless nothing has happened since the last time. */
export async function makeCheckpoint(session: Session): Promise<void> {
  const { info, keys } = session
  await transact(session, async (change) => {
    const moved = await movedHeads(change)
    if (moved.length === 0) return
    const last = await lastCheckpoint(session, change)
    const number = last.number + 1
    const row = { register_id: info.id, number, at: session.clock.now(), signer: keys.person.id, previous: last.hash }
    const hash = checkpointHash(row, moved)
    await change
      .insertInto('checkpoints')
      .values({ ...row, hash, signature: keys.sign(signedBytes(hash)) })
      .execute()
    for (const head of moved) {
      await change
        .insertInto('checkpoint_heads')
        .values({ register_id: info.id, number, ...head })
        .execute()
      await change.updateTable('journal_heads').set({ checkpointed: head.seq }).where('chain', '=', head.chain).execute()
    }
  })
  session.pending = 0
  await rememberNewest(session)
}
