import type { KeyObject } from 'node:crypto'
import type { AnyCase, CaseForm } from '../case-form.ts'
import type { Session } from '../session.ts'
import type { CaseRow } from '../tables.ts'
import { sealHeadline } from './envelope.ts'

/** The row that SQL sees of one version of a case; the journal's head is added by the journal. */
export function projectionRow<Document extends AnyCase>(
  session: Session,
  key: KeyObject,
  form: CaseForm<Document>,
  document: Document,
  version: number,
): Omit<CaseRow, 'journal_head'> {
  const projection = form.project(document)
  return {
    id: document.id,
    reference: document.reference,
    version,
    status: projection.status,
    unit: projection.unit,
    next_due: projection.nextDue ?? null,
    erase_after: projection.eraseAfter ?? null,
    headline: sealHeadline(session.keys, key, projection.headline, document.id, version),
  }
}
