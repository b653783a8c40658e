import type { KeyObject } from 'node:crypto'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import { openDocument } from './envelope.ts'

export type LoadedCase<Document> = { readonly version: number; readonly document: Document }

export async function keyOfCase(session: Session, caseId: string): Promise<KeyObject> {
  const key = await session.keyring.keyOf(caseId)
  if (key === undefined) throw new Refusal('case-closed', { case: caseId })
  return key
}

async function isKnown(session: Session, caseId: string): Promise<boolean> {
  return (await run(session.database, session.queries.currentVersion, [caseId])).length > 0
}

/** The case as it stands, or as it stood in one of its versions. */
export async function loadCase<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  caseId: string,
  version?: number,
): Promise<LoadedCase<Document>> {
  const { database, queries } = session
  const [row] =
    version === undefined ? await run(database, queries.latestVersion, [caseId]) : await run(database, queries.versionAt, [caseId, version])
  if (row === undefined) {
    if (version !== undefined && (await isKnown(session, caseId))) throw new Refusal('version-unknown', { case: caseId, version })
    throw new Refusal('case-unknown', { case: caseId })
  }
  const key = await keyOfCase(session, caseId)
  return { version: row.version, document: openDocument(session.keys, key, form, caseId, row) }
}

/** The id behind a reference, if there is such a case here. */
export async function findByReference(session: Session, reference: string): Promise<string | undefined> {
  const row = await session.database.selectFrom('cases').select('id').where('reference', '=', reference).executeTakeFirst()
  return row?.id
}
