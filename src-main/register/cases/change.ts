import type { AnyCase, CaseForm } from '../case-form.ts'
import { caseChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import { applySteps, type ChangeStep } from './change-steps.ts'
import { checkedDocument, openDocument, sealDocument } from './envelope.ts'
import { keyOfCase } from './load.ts'
import { projectionRow } from './projection.ts'

export type CaseChange = {
  readonly caseId: string
  /** The version that the person had before their eyes. */
  readonly expectedVersion: number
  readonly steps: readonly ChangeStep[]
  readonly operationId: string
  /** What was done in the field's words, past tense: `consent.withdrawn`. */
  readonly action?: string
}

export type ChangedCase = Written & { readonly version: number }

async function staleOrUnknown(session: Session, options: CaseChange): Promise<Refusal> {
  const [current] = await run(session.database, session.queries.currentVersion, [options.caseId])
  if (current === undefined) return new Refusal('case-unknown', { case: options.caseId })
  return new Refusal('stale', { expected: options.expectedVersion, current: current.version })
}

/** The document after the steps. Who a case is does not change: id and reference stay. */
async function changedDocument<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  options: CaseChange,
): Promise<Document> {
  const { caseId, expectedVersion } = options
  const [row] = await run(session.database, session.queries.versionAt, [caseId, expectedVersion])
  if (row === undefined) throw await staleOrUnknown(session, options)
  const document = openDocument(session.keys, await keyOfCase(session, caseId), form, caseId, row)
  const changed = checkedDocument(form, applySteps(document, options.steps))
  if (changed.id !== document.id) throw new Refusal('change-does-not-fit', { path: '/id' })
  if (changed.reference !== document.reference) throw new Refusal('change-does-not-fit', { path: '/reference' })
  return changed
}

/**
 * Makes the next version of a case by compare-and-set. The steps, with the person and the moment that the journal's entry carries, are
 * the case's history. A stale version is refused with the current one; a retry of an operation already done is recognised.
 */
export async function changeCase<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  options: CaseChange,
): Promise<ChangedCase> {
  const { caseId, expectedVersion, operationId, steps } = options
  const document = await changedDocument(session, form, options)
  const key = await keyOfCase(session, caseId)
  const version = expectedVersion + 1
  const chain = caseChain(caseId)
  const draft = { chain, operationId, action: options.action ?? 'case.changed', object: chain, version, caseId, detail: { steps } }
  const written = await write(session, draft, async (change) => {
    const { id: _, reference: __, ...row } = projectionRow(session, key, form, document, version)
    const update = change.updateTable('cases').set(row).where('id', '=', caseId).where('version', '=', expectedVersion)
    const updated = await update.executeTakeFirst()
    if (updated.numUpdatedRows === 0n) {
      const current = await change.selectFrom('cases').select('version').where('id', '=', caseId).executeTakeFirst()
      if (current === undefined) return new Refusal('case-unknown', { case: caseId })
      return new Refusal('stale', { expected: expectedVersion, current: current.version })
    }
    const sealed = sealDocument(session.keys, key, form, document, version)
    await change.insertInto('case_versions').values({ case_id: caseId, version, document: sealed }).execute()
    return undefined
  })
  return { ...written, version }
}
