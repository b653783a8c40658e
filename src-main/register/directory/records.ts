import { keyOfCase } from '../cases/load.ts'
import { registerChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Change, Session } from '../session.ts'
import type { DirectoryKind } from '../tables.ts'

/** A record that belongs to no case. Its content is plain JSON, checked by whoever asks. */
export type DirectoryRecord = { readonly id: string; readonly version: number; readonly content: unknown }
export type DirectoryVersion = DirectoryRecord & { readonly at: string; readonly by: string }

export type RecordDraft = {
  readonly id: string
  readonly kind: DirectoryKind
  /** The year under which it is listed; 0 where the kind has no years. */
  readonly year: number
  /** The version it was read at, 0 for one that is new. */
  readonly before: number
  readonly content: unknown
}

export type RecordsKept = {
  /** What was done, past tense: `partner.changed`. */
  readonly action: string
  /** ULID chosen by the caller. */
  readonly operationId: string
  /** What it was done to, by ids: `partner:01…`. */
  readonly object: string
  readonly records: readonly RecordDraft[]
}

const placeOf = (id: string, version: number) => ({ table: 'directory_versions', row: id, column: 'content', version })

type Row = { readonly id: string; readonly version: number; readonly content: Uint8Array }

async function opener(session: Session): Promise<(row: Row) => DirectoryRecord> {
  const key = await keyOfCase(session, session.info.id)
  return ({ id, version, content }) => ({ id, version, content: openJson(session.keys, key, content, placeOf(id, version)) })
}

const pageLength = 500

/** Every record of a kind as it stands, by id. */
export async function recordsOf(session: Session, kind: DirectoryKind, year = 0): Promise<readonly DirectoryRecord[]> {
  const open = await opener(session)
  const found: DirectoryRecord[] = []
  for (let after = ''; ; ) {
    const rows = await run(session.database, session.queries.directory, [kind, year, after, pageLength])
    found.push(...rows.map(open))
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return found
    after = last.id
  }
}

/** The years in which there are records of a kind, the first one first. */
export async function yearsOf(session: Session, kind: DirectoryKind): Promise<readonly number[]> {
  const rows = await session.database
    .selectFrom('directory_records')
    .select('year')
    .distinct()
    .where('kind', '=', kind)
    .orderBy('year')
    .execute()
  return rows.map(({ year }) => year)
}

/** Every version of a record, the first one first; nothing where there is no such record of that kind. */
export async function versionsOf(session: Session, kind: DirectoryKind, id: string): Promise<readonly DirectoryVersion[]> {
  const open = await opener(session)
  const rows = await run(session.database, session.queries.directoryVersions, [kind, id])
  return rows.map((row) => ({ ...open(row), at: row.written_at, by: row.written_by }))
}

async function advance(change: Change, { id, kind, year, before }: RecordDraft): Promise<Refusal | undefined> {
  const version = before + 1
  const insert = change.insertInto('directory_records').values({ id, kind, year, version })
  const update = change.updateTable('directory_records').set({ version, year }).where('id', '=', id).where('kind', '=', kind)
  const touched =
    before === 0
      ? (await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows
      : (await update.where('version', '=', before).executeTakeFirst()).numUpdatedRows
  return touched === 1n ? undefined : new Refusal('record-stale', { record: id })
}

/**
 * Keeps the next version of some records, all or none, with one entry in the register's chain.
 * A record that somebody changed since it was read is `record-stale`; nothing is overwritten.
 */
export async function keepRecords(session: Session, { action, operationId, object, records }: RecordsKept): Promise<Written> {
  const key = await keyOfCase(session, session.info.id)
  const detail = { records: records.map(({ id, before }) => ({ id, version: before + 1 })) }
  return write(session, { chain: registerChain(session.info.id), operationId, action, object, detail }, async (change) => {
    for (const record of records) {
      const refusal = await advance(change, record)
      if (refusal !== undefined) return refusal
      const version = record.before + 1
      const content = sealJson(session.keys, key, record.content, placeOf(record.id, version))
      const stamp = { written_at: session.clock.now(), written_by: session.keys.person.id }
      await change
        .insertInto('directory_versions')
        .values({ record: record.id, version, ...stamp, content })
        .execute()
    }
    return undefined
  })
}
