import type { Input } from '#contract/operations.ts'
import { fileKindOf, mediaTypeOf, tellingBytes } from '#domain/attachments/file-kind.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { tellOfAdded } from './attachment-document.ts'
import type { Described } from './attachments-port.ts'
import { done, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'
import { attachmentView } from './views/attachment-view.ts'

/** Steps to be written together with a change of an attachment; nothing where there are none. */
export const along = ({ version }: StoredCase, steps: readonly ChangeStep[]) =>
  steps.length === 0 ? undefined : { expectedVersion: version, steps }

/** What was said of a paper. */
export const given = (said: Input<'attachment.change'> | Input<'attachment.finish'> | Input<'attachment.add'>): Described => ({
  documentType: said.documentType ?? undefined,
  issuedOn: said.issuedOn ?? undefined,
  issuer: said.issuer ?? undefined,
  title: said.title,
})

export async function caseOf(ports: Ports, reference: string) {
  const stored = await ports.register.find(reference)
  return stored === undefined ? refused('no-such-case', { reference }) : done(stored)
}

type Which = { readonly reference: string; readonly id: string; readonly removed?: boolean }

/** The case with one of its attachments; a removed one, and one of another case, is as unknown as none unless it is asked for. */
export async function attachmentOf(ports: Ports, { reference, id, removed = false }: Which) {
  const found = await caseOf(ports, reference)
  if (!found.ok) return found
  const attachment = (await ports.attachments.list(found.value.caseFile.id)).find((each) => each.id === id && each.removed === removed)
  return attachment === undefined ? refused('no-such-attachment', { reference }) : done({ stored: found.value, attachment })
}

type New = { readonly name: string; readonly bytes: Uint8Array }

/** Judges a file by its bytes and takes it in, together with the row of the case that names it. */
export async function takeIn(
  ports: Ports,
  stored: StoredCase,
  asked: Input<'attachment.finish'> | Input<'attachment.add'>,
  { name, bytes }: New,
) {
  const { caseFile } = stored
  const described = given(asked)
  if (described.documentType !== undefined && !ports.catalogue.documentTypes.some((each) => each.id === described.documentType))
    return refused('no-such-document-type', { type: described.documentType })
  const kind = fileKindOf(bytes.subarray(0, tellingBytes))
  const file = { name, kind, mediaType: mediaTypeOf(kind), sha256: ports.plans.sha256(bytes) }
  const told = tellOfAdded(caseFile, described, { sha256: file.sha256, now: ports.clock.now() })
  const added = await ports.attachments.add({
    caseId: caseFile.id,
    file,
    described: { ...described, document: told.document },
    bytes,
    operationId: asked.operationId,
    along: along(stored, told.steps),
  })
  if (!added.ok) return added
  const now = await attachmentOf(ports, { reference: caseFile.reference, id: added.value.id })
  if (!now.ok) return now
  const attachment = attachmentView(now.value.stored.caseFile, now.value.attachment)
  return done({ attachment, sameContent: [...added.value.sameContent] })
}
