import type { AttachmentView } from '#contract/attachments.ts'
import { pngPicture } from './attachments-picture.ts'
import { refused, type Scene, scenes } from './window-replies.ts'

const documentTypes = ['DOC_HEALTH', 'DOC_PLAN', 'DOC_TRAVELDOC', 'DOC_COO_AUTH']
const picture = pngPicture(320, 200)
const attachment = (id: string, change: Partial<AttachmentView>): AttachmentView => ({
  id,
  documentType: null,
  issuedOn: null,
  issuer: null,
  addedAt: '2026-09-30T08:00:00.000Z',
  size: 197_000,
  kind: 'pdf',
  preview: 'pdf',
  misleads: false,
  inCase: false,
  ...change,
})
const attachments = [
  attachment('01A', { documentType: 'DOC_COO_AUTH', issuedOn: '2026-08-19', issuer: 'DGASPC Bacău', inCase: true }),
  attachment('01B', { documentType: 'DOC_TRAVELDOC', issuedOn: '2026-08-20', kind: 'png', preview: 'picture', size: picture.length }),
  attachment('01C', { documentType: 'DOC_TRAVELDOC', kind: 'other', preview: 'none', size: 12_300_000, misleads: true }),
  attachment('01D', { kind: 'text', preview: 'none', size: 640 }),
]
const names = attachments.map(({ id, issuer }) => ({ id, issuer, name: `Intyg ${id} Vasile Exempelsson med ett mycket långt filnamn.pdf` }))

const list = (listed: readonly AttachmentView[]) => ({
  ok: true as const,
  value: { attachments: [...listed], documentTypes, largest: 100_000_000 },
})

/** A case with papers, and one without any. */
export const withPapers: Scene = {
  ...scenes.ready,
  'attachment.list': list(attachments),
  'attachment.reveal-names': { ok: true, value: { names } },
  'attachment.open': { ok: true, value: { parts: 1, size: picture.length, mediaType: 'image/png' } },
  'attachment.read': { ok: true, value: { base64: picture.toString('base64') } },
  'attachment.remove': { ok: true, value: {} },
  'attachment.export': refused('folder-missing', { folder: '/home/anna/kopior' }),
}
export const withoutPapers: Scene = {
  ...scenes.ready,
  'attachment.list': list([]),
  'attachment.begin': refused('attachment-too-large', { limit: 100 }),
}
