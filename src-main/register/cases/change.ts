import { applySteps, type ChangeStep } from '#domain/changes/steps.ts'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { put } from '../hot-writes.ts'
import { caseChain } from '../journal/entry.ts'
import { type EntryDraft, type Written, write } from '../journal/write.ts'
import { aroundGlass } from '../people/protected.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import type { Change, Session } from '../session.ts'
import type { CaseRow } from '../tables.ts'
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
  /** What else the entry's sealed detail says: which operation it undoes. */
  readonly links?: Readonly<Record<string, string>> | undefined
}

export type ChangedCase = Written & { readonly version: number }

/** What SQL sees of a case besides its headline. Each stands in an index: writing what has not changed would cost as much as what has. */
const shownColumns = ['status', 'unit', 'next_due', 'erase_after'] as const
type ShownRow = Pick<CaseRow, (typeof shownColumns)[number]>

async function staleOrUnknown({ queries }: Session, database: Session['database'], options: CaseChange): Promise<Refusal> {
  const [current] = await run(database, queries.currentVersion, [options.caseId])
  if (current === undefined) return new Refusal('case-unknown', { case: options.caseId })
  return new Refusal('stale', { expected: options.expectedVersion, current: current.version })
}

/** The document after the steps. Who a case is does not change: id and reference stay. */
async function changedDocument<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  options: CaseChange,
): Promise<{ readonly document: Document; readonly before: Document; readonly shown: ShownRow }> {
  const { caseId, expectedVersion } = options
  const [row] = await run(session.database, session.queries.toChange, [caseId, expectedVersion])
  if (row === undefined) throw await staleOrUnknown(session, session.database, options)
  const document = openDocument(session.keys, await keyOfCase(session, caseId), form, caseId, row)
  const applied = applySteps(document, options.steps)
  if (!applied.ok) throw new Refusal('change-does-not-fit', applied.error)
  const changed = checkedDocument(form, applied.value)
  if (changed.id !== document.id) throw new Refusal('change-does-not-fit', { path: '/id' })
  if (changed.reference !== document.reference) throw new Refusal('change-does-not-fit', { path: '/reference' })
  const touched = form.immutable?.(document, changed)
  if (touched !== undefined) throw new Refusal('immutable', { what: touched })
  return { document: changed, before: document, shown: row }
}

/** A change that is ready to be written: its journal entry, and its work inside the transaction. */
export type PreparedChange = {
  readonly draft: EntryDraft & { readonly version: number }
  readonly work: (change: Change) => Promise<Refusal | undefined>
  /** Sees to the glass before and after the saving, where the protection of the child's identity changes. */
  readonly around: <Value>(save: () => Promise<Value>) => Promise<Value>
}

/** Makes ready what `changeCase` writes, for whoever writes more in the same transaction. */
export async function prepareChange<Document extends AnyCase>(
  session: Session,
  form: CaseForm<Document>,
  options: CaseChange,
): Promise<PreparedChange> {
  const { caseId, expectedVersion, operationId, steps } = options
  const { document, before, shown } = await changedDocument(session, form, options)
  const key = await keyOfCase(session, caseId)
  const version = expectedVersion + 1
  const chain = caseChain(caseId)
  const detail = { steps, ...options.links }
  const draft = { chain, operationId, action: options.action ?? 'case.changed', object: chain, version, caseId, detail }
  const work = async (change: Change) => {
    const { headline, ...row } = projectionRow(session, key, form, document, version)
    if ((await put(change, session.writes.moveOn, [version, headline, caseId, expectedVersion])) === 0) {
      return await staleOrUnknown(session, change, options)
    }
    const moved = Object.fromEntries(shownColumns.filter((name) => row[name] !== shown[name]).map((name) => [name, row[name]]))
    if (Object.keys(moved).length > 0) await change.updateTable('cases').set(moved).where('id', '=', caseId).execute()
    await put(change, session.writes.addVersion, [caseId, version, sealDocument(session.keys, key, form, document, version)])
    return undefined
  }
  return { draft, work, around: (save) => aroundGlass(session, form, { before, after: document, key }, save) }
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
  const { draft, work, around } = await prepareChange(session, form, options)
  return { ...(await around(() => write(session, draft, work))), version: draft.version }
}
