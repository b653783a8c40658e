import type { AnyCase, CaseForm } from '../case-form.ts'
import { caseChain, nothingBefore, registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import type { Change, Session } from '../session.ts'
import { openDocument } from './envelope.ts'
import { projectionRow } from './projection.ts'
import { countReference } from './references.ts'

export type Rebuilt = {
  readonly rebuilt: number
  /** Cases closed to this person; their rows were left as they are. */
  readonly closed: readonly string[]
}

const page = 100

function latestVersions(change: Change, after: string) {
  const latest = change
    .selectFrom('case_versions')
    .select((select) => ['case_id', select.fn.max('version').as('version')])
    .where('case_id', '>', after)
    .groupBy('case_id')
    .orderBy('case_id')
    .limit(page)
    .as('latest')
  return change
    .selectFrom('case_versions')
    .innerJoin(latest, (join) =>
      join.onRef('latest.case_id', '=', 'case_versions.case_id').onRef('latest.version', '=', 'case_versions.version'),
    )
    .select(['case_versions.case_id', 'case_versions.version', 'case_versions.document'])
    .orderBy('case_versions.case_id')
    .execute()
}

async function rebuildRow<Document extends AnyCase>(
  session: Session,
  change: Change,
  form: CaseForm<Document>,
  row: { case_id: string; version: number; document: Uint8Array },
): Promise<boolean> {
  const key = await session.keyring.keyOf(row.case_id)
  if (key === undefined) return false
  const document = openDocument(session.keys, key, form, row.case_id, row)
  const head = await change.selectFrom('journal_heads').select('hash').where('chain', '=', caseChain(row.case_id)).executeTakeFirst()
  const projected = { ...projectionRow(session, key, form, document, row.version), journal_head: head?.hash ?? nothingBefore }
  const insert = change.insertInto('cases').values(projected)
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(projected)).execute()
  await countReference(session, change, document.reference)
  return true
}

/** Makes every projection anew from the sealed versions, in one transaction. Safe at any time, and after the rows were dropped. */
export async function rebuildProjections<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  operationId: string,
): Promise<Rebuilt> {
  const chain = registerChain(session.info.id)
  const closed: string[] = []
  let rebuilt = 0
  await write(session, { chain, operationId, action: 'projections.rebuilt', object: chain }, async (change) => {
    let rows = await latestVersions(change, '')
    while (rows.length > 0) {
      for (const row of rows) {
        if (await rebuildRow(session, change, form, row)) rebuilt += 1
        else closed.push(row.case_id)
      }
      rows = await latestVersions(change, rows.at(-1)?.case_id ?? '')
    }
    return undefined
  })
  session.headlines.clear()
  return { rebuilt, closed }
}
