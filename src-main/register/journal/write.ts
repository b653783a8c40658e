import type { KeyObject } from 'node:crypto'
import { Refusal } from '../problem.ts'
import { sealJson } from '../sealed-json.ts'
import { type Change, type Session, transact } from '../session.ts'
import { makeCheckpoint } from './checkpoint.ts'
import { caseChain, entryHash, nothingBefore } from './entry.ts'

/** Checkpoints are signed at least this often, and when a register is closed. */
const entriesPerCheckpoint = 100

/** What a write says of itself. Ids only; what says more goes into `detail`, which is sealed with the case's key. */
export type EntryDraft = {
  readonly chain: string
  /** ULID chosen by the caller before the first attempt, and the same in every further one. */
  readonly operationId: string
  readonly action: string
  readonly object: string
  /** The version of the case that this write makes. */
  readonly version?: number
  /** The case whose key seals the detail; without one, the register's own key. */
  readonly caseId?: string
  readonly detail?: unknown
  /** The key that seals the detail, where the keyring does not hold it yet or no longer. */
  readonly key?: KeyObject
}

export type Written = {
  /** An earlier attempt of the same operation had already been written; nothing was written now. */
  readonly repeated: boolean
}

class AlreadyWritten extends Error {}

async function wasWrittenBefore(change: Change, draft: EntryDraft): Promise<boolean> {
  const earlier = await change
    .selectFrom('journal')
    .select(['chain', 'action', 'object', 'version'])
    .where('operation_id', '=', draft.operationId)
    .executeTakeFirst()
  if (earlier === undefined) return false
  const same = earlier.chain === draft.chain && earlier.action === draft.action && earlier.object === draft.object
  if (!same || earlier.version !== (draft.version ?? null)) throw new Refusal('operation-reused', { operation: draft.operationId })
  return true
}

async function append(session: Session, change: Change, draft: EntryDraft, key: KeyObject): Promise<void> {
  const { chain } = draft
  const head = await change
    .insertInto('journal_heads')
    .values({ chain, seq: 1, hash: nothingBefore, checkpointed: 0 })
    .onConflict((conflict) => conflict.column('chain').doUpdateSet((update) => ({ seq: update('journal_heads.seq', '+', 1) })))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  const place = { table: 'journal', row: chain, column: 'detail', version: head.seq }
  const entry = {
    chain,
    seq: head.seq,
    operation_id: draft.operationId,
    at: session.clock.now(),
    actor: session.keys.person.id,
    action: draft.action,
    object: draft.object,
    version: draft.version ?? null,
    detail: draft.detail === undefined ? null : sealJson(session.keys, key, draft.detail, place),
    previous: head.hash,
  }
  const hash = entryHash(entry)
  const insert = change.insertInto('journal').values({ ...entry, hash })
  const inserted = await insert.onConflict((conflict) => conflict.column('operation_id').doNothing()).executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    await wasWrittenBefore(change, draft)
    throw new AlreadyWritten()
  }
  await change.updateTable('journal_heads').set({ hash }).where('chain', '=', chain).execute()
  if (draft.caseId !== undefined && chain === caseChain(draft.caseId)) {
    await change.updateTable('cases').set({ journal_head: hash }).where('id', '=', draft.caseId).execute()
  }
}

async function keyFor(session: Session, draft: EntryDraft): Promise<KeyObject> {
  const key = await session.keyring.keyOf(draft.caseId ?? session.info.id)
  if (key === undefined) throw new Refusal('case-closed', { case: draft.caseId ?? session.info.id })
  return key
}

/**
 * The one way to write to the register: the work and its journal entry in one transaction.
 * Work that finds its condition unmet returns the refusal. Then, and only then, the journal is asked whether an earlier attempt
 * of the same operation did the work: asked before, copies of one operation would be told that they are stale.
 */
export async function write(session: Session, draft: EntryDraft, work: (change: Change) => Promise<Refusal | undefined>): Promise<Written> {
  const key = draft.key ?? (await keyFor(session, draft))
  try {
    await transact(session, async (change) => {
      const refusal = await work(change)
      if (refusal !== undefined) throw (await wasWrittenBefore(change, draft)) ? new AlreadyWritten() : refusal
      await append(session, change, draft, key)
    })
  } catch (error) {
    if (error instanceof AlreadyWritten) return { repeated: true }
    throw error
  }
  if (draft.caseId !== undefined && draft.version !== undefined) session.searching.moved.add(draft.caseId)
  session.pending += 1
  if (session.pending >= entriesPerCheckpoint) await makeCheckpoint(session)
  return { repeated: false }
}
