import { run } from '../queries.ts'
import { openJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'
import type { JournalRow } from '../tables.ts'

export type JournalEntry = {
  readonly seq: number
  readonly operationId: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly object: string
  readonly version: number | undefined
  /** Absent when there is none, or when its key is not this person's or has been destroyed. */
  readonly detail: unknown
}

const caseObject = /^case:([^/]+)/

async function detailOf(session: Session, row: JournalRow): Promise<unknown> {
  if (row.detail === null) return undefined
  const key = await session.keyring.keyOf(caseObject.exec(row.object)?.[1] ?? session.info.id)
  if (key === undefined) return undefined
  return openJson(session.keys, key, row.detail, { table: 'journal', row: row.chain, column: 'detail', version: row.seq })
}

/** An entry with its detail, as far as a key for it is at hand. */
export async function readEntry(session: Session, row: JournalRow): Promise<JournalEntry> {
  const { seq, operation_id: operationId, at, actor, action, object } = row
  return { seq, operationId, at, actor, action, object, version: row.version ?? undefined, detail: await detailOf(session, row) }
}

/** One page of a chain, the oldest first. The entries of a case's chain are its history: `detail.steps` holds each change. */
export async function readChain(session: Session, chain: string, limit: number, afterSeq = 0): Promise<JournalEntry[]> {
  const rows = await run(session.database, session.queries.entries, [chain, afterSeq, limit])
  const entries: JournalEntry[] = []
  for (const row of rows) {
    if (row.chain !== chain) break
    entries.push(await readEntry(session, row))
  }
  return entries
}

/** One page of a chain, the newest first, from before an entry or from its end. */
export async function readChainBack(
  session: Session,
  chain: string,
  limit: number,
  beforeSeq = Number.MAX_SAFE_INTEGER,
): Promise<JournalEntry[]> {
  const rows = await run(session.database, session.queries.entriesBack, [chain, beforeSeq, limit])
  const entries: JournalEntry[] = []
  for (const row of rows) entries.push(await readEntry(session, row))
  return entries
}
