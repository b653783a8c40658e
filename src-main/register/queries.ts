import type { CompiledQuery, Kysely } from 'kysely'
import type { RegisterTables } from './tables.ts'

export const caseColumns = ['id', 'reference', 'version', 'status', 'unit', 'next_due', 'erase_after', 'headline'] as const

const attachmentColumns = [
  'attachments.id',
  'attachments.case_id',
  'attachments.content',
  'attachments.added_at',
  'attachments.removed_at',
  'attachments.facts',
  'contents.digest',
  'contents.size',
  'contents.chunks',
] as const

// Values stand in for the parameters that each run brings; only the text is kept.
const text = ''
const whole = 0

/** Builds the queries behind every click once: building costs two to three times what SQLite needs to answer. */
export function hotQueries(database: Kysely<RegisterTables>) {
  const list = database.selectFrom('cases').select(caseColumns).orderBy('reference').limit(whole)
  return {
    latestVersion: database
      .selectFrom('cases')
      .innerJoin('case_versions', (join) =>
        join.onRef('case_versions.case_id', '=', 'cases.id').onRef('case_versions.version', '=', 'cases.version'),
      )
      .select(['cases.version', 'case_versions.document'])
      .where('cases.id', '=', text)
      .compile(),
    versionAt: database
      .selectFrom('case_versions')
      .select(['version', 'document'])
      .where('case_id', '=', text)
      .where('version', '=', whole)
      .compile(),
    toChange: database
      .selectFrom('cases')
      .innerJoin('case_versions', 'case_versions.case_id', 'cases.id')
      .select(['case_versions.version', 'case_versions.document', 'cases.status', 'cases.unit', 'cases.next_due', 'cases.erase_after'])
      .where('cases.id', '=', text)
      .where('case_versions.version', '=', whole)
      .compile(),
    currentVersion: database.selectFrom('cases').select('version').where('id', '=', text).compile(),
    list: list.where('reference', '>', text).compile(),
    listOfStatus: list.where('status', '=', text).where('reference', '>', text).compile(),
    listOfUnit: list.where('unit', '=', text).where('reference', '>', text).compile(),
    listOfUnitAndStatus: list.where('unit', '=', text).where('status', '=', text).where('reference', '>', text).compile(),
    due: database
      .selectFrom('cases')
      .select(caseColumns)
      .where('next_due', '<=', text)
      .orderBy('next_due')
      .orderBy('reference')
      .limit(whole)
      .compile(),
    eraseDue: database
      .selectFrom('cases')
      .select(caseColumns)
      .where('erase_after', '<', text)
      .orderBy('erase_after')
      .orderBy('reference')
      .limit(whole)
      .compile(),
    brokenGlass: database
      .selectFrom('glass_breaks')
      .innerJoin('cases', 'cases.id', 'glass_breaks.case_id')
      .select(['glass_breaks.case_id', 'cases.reference'])
      .where('glass_breaks.acknowledged_at', 'is', null)
      .compile(),
    attachmentsOf: database
      .selectFrom('attachments')
      .innerJoin('contents', 'contents.id', 'attachments.content')
      .select(attachmentColumns)
      .where('attachments.case_id', '=', text)
      .orderBy('attachments.id')
      .compile(),
    attachment: database
      .selectFrom('attachments')
      .innerJoin('contents', 'contents.id', 'attachments.content')
      .select(attachmentColumns)
      .where('attachments.id', '=', text)
      .compile(),
    chunk: database.selectFrom('content_chunks').select('bytes').where('content', '=', text).where('number', '=', whole).compile(),
    directory: database
      .selectFrom('directory_records')
      .innerJoin('directory_versions', (join) =>
        join
          .onRef('directory_versions.record', '=', 'directory_records.id')
          .onRef('directory_versions.version', '=', 'directory_records.version'),
      )
      .select(['directory_records.id', 'directory_records.version', 'directory_versions.content'])
      .where('directory_records.kind', '=', 'partner')
      .where('directory_records.year', '=', whole)
      .where('directory_records.id', '>', text)
      .orderBy('directory_records.id')
      .limit(whole)
      .compile(),
    directoryVersions: database
      .selectFrom('directory_records')
      .innerJoin('directory_versions', 'directory_versions.record', 'directory_records.id')
      .select([
        'directory_records.id',
        'directory_versions.version',
        'directory_versions.content',
        'directory_versions.written_at',
        'directory_versions.written_by',
      ])
      .where('directory_records.kind', '=', 'partner')
      .where('directory_records.id', '=', text)
      .orderBy('directory_versions.version')
      .compile(),
    entries: database
      .selectFrom('journal')
      .select(['chain', 'seq', 'operation_id', 'at', 'actor', 'action', 'object', 'version', 'detail', 'previous', 'hash'])
      .where((where) => where(where.refTuple('chain', 'seq'), '>', where.tuple(text, whole)))
      .orderBy('chain')
      .orderBy('seq')
      .limit(whole)
      .compile(),
    entriesBack: database
      .selectFrom('journal')
      .select(['chain', 'seq', 'operation_id', 'at', 'actor', 'action', 'object', 'version', 'detail', 'previous', 'hash'])
      .where('chain', '=', text)
      .where('seq', '<', whole)
      .orderBy('seq', 'desc')
      .limit(whole)
      .compile(),
  }
}

export type HotQueries = ReturnType<typeof hotQueries>

/** Runs a query that was compiled once, with this run's parameters in the order of its text. */
export async function run<Row>(
  database: Kysely<RegisterTables>,
  query: CompiledQuery<Row>,
  parameters: readonly unknown[],
): Promise<Row[]> {
  return (await database.executeQuery<Row>({ ...query, parameters })).rows
}
