import type { Session } from '../session.ts'
import { caseChain } from './entry.ts'
import { type JournalEntry, readEntry } from './read.ts'

/**
 * Who has read a case or taken something out of it, the oldest first: entries about it in the chains of people. An access request
 * asks this once in a long while, so the whole journal is looked through.
 */
export async function accessesOf(session: Session, caseId: string): Promise<JournalEntry[]> {
  const rows = await session.database
    .selectFrom('journal')
    .select(['chain', 'seq', 'operation_id', 'at', 'actor', 'action', 'object', 'version', 'detail', 'previous', 'hash'])
    .where('object', '=', caseChain(caseId))
    .where('chain', '!=', caseChain(caseId))
    .orderBy('at')
    .execute()
  return Promise.all(rows.map((row) => readEntry(session, row)))
}
