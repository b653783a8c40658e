import type { Kysely } from 'kysely'
import { readMeta } from '../meta.ts'
import type { RegisterTables } from '../tables.ts'
import type { Manifest } from './manifest.ts'

/** What one register's file holds, in numbers. */
export type Facts = Pick<Manifest, 'registerId' | 'schema' | 'counts' | 'checkpoint'> & {
  readonly newestEntryAt: string | undefined
}

type Counted = 'cases' | 'case_versions' | 'journal' | 'attachments' | 'contents' | 'people'

/** The first schema that has attachments. */
const withAttachments = 20

async function countOf(database: Kysely<RegisterTables>, table: Counted): Promise<number> {
  const row = await database
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Counts a register, open or copied, of this schema or an older one. */
export async function factsOf(database: Kysely<RegisterTables>): Promise<Facts> {
  const meta = await readMeta(database)
  const hasAttachments = meta.schema >= withAttachments
  const newest = await database
    .selectFrom('journal')
    .select((of) => of.fn.max('at').as('at'))
    .executeTakeFirst()
  const checkpoint = await database
    .selectFrom('checkpoints')
    .select(['number', 'hash'])
    .where('register_id', '=', meta.register_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    registerId: meta.register_id,
    schema: meta.schema,
    newestEntryAt: newest?.at ?? undefined,
    counts: {
      cases: await countOf(database, 'cases'),
      versions: await countOf(database, 'case_versions'),
      entries: await countOf(database, 'journal'),
      attachments: hasAttachments ? await countOf(database, 'attachments') : 0,
      contents: hasAttachments ? await countOf(database, 'contents') : 0,
      people: await countOf(database, 'people'),
    },
    checkpoint: checkpoint === undefined ? null : { number: checkpoint.number, hash: Buffer.from(checkpoint.hash).toString('hex') },
  }
}
