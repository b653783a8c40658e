import type { KeyObject } from 'node:crypto'
import { put } from '../hot-writes.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
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
  const { writes } = session
  const [head] = await run(change, writes.nextSeq, [chain, 1, nothingBefore, 0, 1])
  if (head === undefined) throw new Error('the engine gave no place in the journal')
  const place = { table: 'journal', row: chain, column: 'detail', version: head.seq }
  // In the order of the statement that writes it.
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
  if ((await put(change, writes.addEntry, [...Object.values(entry), hash])) === 0) {
    await wasWrittenBefore(change, draft)
    throw new AlreadyWritten()
  }
  await put(change, writes.setHead, [hash, chain])
  if (draft.caseId !== undefined && chain === caseChain(draft.caseId)) await put(change, writes.setJournalHead, [hash, draft.caseId])
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
