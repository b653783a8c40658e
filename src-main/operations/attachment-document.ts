import type { CaseFile } from '#domain/case/case-file.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { Described } from './attachments-port.ts'

type DocumentRow = CaseFile['documents'][number]
export type Asked = { readonly sha256: string; readonly now: string }
/** What the case says differently, and the row that was made for the file, if one was: only that one goes with it. */
export type Told = { readonly steps: readonly ChangeStep[]; readonly document: string | undefined }

/** Type, issuer and day make a document that can be evidence; with less there is only a file. */
function rowFrom({ documentType: type, issuer, issuedOn, title }: Described, asked: Asked, id: string): DocumentRow | undefined {
  if (type === undefined || issuer === undefined || issuedOn === undefined) return undefined
  return { id, type, title: title ?? type, issuer, issuedOn, recordedAt: asked.now, sha256: asked.sha256 }
}

/** `doc-health`, `doc-health-2`: told apart from every row that the case has. */
function freeId(caseFile: CaseFile, type: string): string {
  const stem = type.toLowerCase().replaceAll('_', '-').slice(0, 34)
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? stem : `${stem}-${count}`
    if (!caseFile.documents.some((row) => row.id === id)) return id
  }
}

const replace = (index: number, before: DocumentRow, after: DocumentRow): ChangeStep => ({ path: `/documents/${index}`, before, after })

/** The row that already speaks of this paper: the one with its digest, or one of its type and day that has none yet. */
function rowOf(caseFile: CaseFile, { documentType, issuedOn }: Described, sha256: string): number {
  const same = caseFile.documents.findIndex((row) => row.sha256 === sha256 && row.type === documentType)
  if (same >= 0) return same
  return caseFile.documents.findIndex((row) => row.sha256 === undefined && row.type === documentType && row.issuedOn === issuedOn)
}

/** A file that comes in is named by a row of the case: an old one that speaks of it, else a new one. */
export function tellOfAdded(caseFile: CaseFile, described: Described, asked: Asked): Told {
  const at = rowOf(caseFile, described, asked.sha256)
  const known = caseFile.documents[at]
  if (known !== undefined) {
    const steps = known.sha256 === undefined ? [replace(at, known, { ...known, sha256: asked.sha256 })] : []
    return { steps, document: undefined }
  }
  const row = rowFrom(described, asked, freeId(caseFile, described.documentType ?? ''))
  if (row === undefined) return { steps: [], document: undefined }
  return { steps: [{ path: `/documents/${caseFile.documents.length}`, after: row }], document: row.id }
}

/** A file that is described anew takes its row with it; one that had none may get one. */
export function tellOfChanged(caseFile: CaseFile, document: string | undefined, described: Described, asked: Asked): Told {
  const at = caseFile.documents.findIndex((row) => row.id === document)
  const known = caseFile.documents[at]
  if (known === undefined) return tellOfAdded(caseFile, described, asked)
  const row = rowFrom(described, { ...asked, now: known.recordedAt }, known.id)
  if (row === undefined) return { steps: [], document: known.id }
  // A title that was written for this paper, and how long it holds, stay; another type of paper is named anew.
  const title = row.type === known.type ? known.title : row.title
  const { validThrough } = known
  return { steps: [replace(at, known, { ...row, title, ...(validThrough === undefined ? {} : { validThrough }) })], document: known.id }
}

/** A removed file takes its row with it unless something in the case rests on that row. */
export function tellOfRemoved(caseFile: CaseFile, document: string | undefined, sha256: string): readonly ChangeStep[] {
  const at = caseFile.documents.findIndex((row) => row.id === document && row.sha256 === sha256)
  const row = caseFile.documents[at]
  if (row === undefined || mentions({ ...caseFile, documents: [] }, row.id)) return []
  return [{ path: `/documents/${at}`, before: row }]
}

function mentions(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return value === id
  return Object.values(value).some((each) => mentions(each, id))
}
