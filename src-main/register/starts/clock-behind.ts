import type { Kysely } from 'kysely'
import { readHeadsSeen } from '../heads-seen.ts'
import type { Clock } from '../ports.ts'
import { Refusal } from '../problem.ts'
import type { MetaRow, RegisterTables } from '../tables.ts'

/** Clocks are set right by seconds all the time; more than this is a clock that was wrong, then or now. */
const tolerance = 2 * 60_000

/** The instant of what was written last, in the order of writing: a time that was accepted once is not asked for again. */
async function lastWritten(database: Kysely<RegisterTables>): Promise<string | undefined> {
  const pending = await database
    .selectFrom('journal_heads')
    .innerJoin('journal', (join) => join.onRef('journal.chain', '=', 'journal_heads.chain').onRef('journal.seq', '=', 'journal_heads.seq'))
    .select('journal.at')
    .whereRef('journal_heads.seq', '>', 'journal_heads.checkpointed')
    .execute()
  const newest = pending
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  if (newest !== undefined) return newest
  return (await database.selectFrom('checkpoints').select('at').orderBy('number', 'desc').limit(1).executeTakeFirst())?.at
}

/**
 * The refusal `clock-behind` (values: `now`, `last`) where the clock stands before the newest instant that this register has seen:
 * deadlines would be counted from a wrong day and the journal would run backwards. A demonstration has a clock of its own.
 */
export async function clockBehind(
  folder: string,
  database: Kysely<RegisterTables>,
  meta: Pick<MetaRow, 'demonstration'>,
  clock: Clock,
): Promise<Refusal | undefined> {
  if (meta.demonstration === 1) return undefined
  const seen = await readHeadsSeen(folder)
  const seenAt = seen === undefined || seen instanceof Refusal ? '' : seen.at
  const written = (await lastWritten(database)) ?? ''
  const last = seenAt > written ? seenAt : written
  const now = clock.now()
  if (last === '' || Date.parse(last) - Date.parse(now) <= tolerance) return undefined
  return new Refusal('clock-behind', { folder, now, last })
}
