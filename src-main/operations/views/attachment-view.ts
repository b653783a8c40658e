import type { AttachmentView } from '#contract/attachments.ts'
import { nameMisleads, previewOf, safeExtension } from '#domain/attachments/file-kind.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import type { StoredAttachment } from '../attachments-port.ts'

/** An attachment without what may name somebody. */
export function attachmentView(caseFile: CaseFile, { id, addedAt, size, file, described }: StoredAttachment): AttachmentView {
  return {
    id,
    documentType: described.documentType ?? null,
    issuedOn: described.issuedOn ?? null,
    issuer: described.issuer === undefined ? null : hideNames(described.issuer, caseFile),
    addedAt,
    size,
    kind: file.kind,
    preview: previewOf(file.kind),
    misleads: nameMisleads(file.name, file.kind),
    inCase: caseFile.documents.some((row) => row.sha256 === file.sha256),
  }
}

/** `HV-2026-0001_DOC_HEALTH_2026-09-22_K3Q7.pdf`: tells what it is and of nobody. */
export function exportName(reference: string, { id, file, described }: StoredAttachment): string {
  const parts = [reference, described.documentType ?? 'DOC', described.issuedOn, id.slice(-4)]
  return `${parts.filter((part) => part !== undefined).join('_')}.${safeExtension(file.name, file.kind)}`
}
