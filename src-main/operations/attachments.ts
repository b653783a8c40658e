import { tellOfAdded, tellOfChanged, tellOfRemoved } from './attachment-document.ts'
import { along, attachmentOf, caseOf, given, takeIn } from './attachment-intake.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { saveOutside } from './save-outside.ts'
import { attachmentView, exportName } from './views/attachment-view.ts'

type Names = Extract<keyof Implementations, `attachment.${string}`>

export const attachmentImplementations: Implementations<Names> = {
  'attachment.list': async (ports, { reference }) => {
    const found = await caseOf(ports, reference)
    if (!found.ok) return found
    const { caseFile } = found.value
    const listed = (await ports.attachments.list(caseFile.id)).filter((each) => !each.removed)
    return done({
      attachments: listed.map((each) => attachmentView(caseFile, each)),
      documentTypes: ports.catalogue.documentTypes.map((each) => each.id),
      largest: ports.attachments.largest,
    })
  },
  'attachment.reveal-names': async (ports, { reference, operationId }) => {
    const found = await caseOf(ports, reference)
    if (!found.ok) return found
    await ports.register.recordRead(reference, 'attachment-names', operationId)
    const listed = (await ports.attachments.list(found.value.caseFile.id)).filter((each) => !each.removed)
    return done({ names: listed.map(({ id, file, described }) => ({ id, name: file.name, issuer: described.issuer ?? null })) })
  },
  'attachment.begin': async (ports, { reference, name, size }) => {
    const found = await caseOf(ports, reference)
    if (!found.ok) return found
    const begun = ports.attachments.begin(found.value.caseFile.id, name, size)
    return begun.ok ? done({ upload: begun.value }) : begun
  },
  'attachment.part': async (ports, { upload, number, base64 }) => {
    const taken = ports.attachments.part(upload, number, base64)
    return taken.ok ? done({}) : taken
  },
  'attachment.finish': async (ports, asked) => {
    const found = await caseOf(ports, asked.reference)
    if (!found.ok) return found
    const upload = ports.attachments.upload(asked.upload)
    if (!upload.ok) return upload
    if (upload.value.caseId !== found.value.caseFile.id) return refused('no-such-upload')
    const added = await takeIn(ports, found.value, asked, upload.value)
    if (added.ok) ports.attachments.drop(asked.upload)
    return added
  },
  'attachment.abandon': async (ports, { upload }) => {
    ports.attachments.drop(upload)
    return done({})
  },
  'attachment.add': async (ports, asked) => {
    const found = await caseOf(ports, asked.reference)
    if (!found.ok) return found
    const bytes = await ports.files.read(asked.file, ports.attachments.largest)
    return bytes.ok ? takeIn(ports, found.value, asked, { name: lastOf(asked.file), bytes: bytes.value }) : bytes
  },
  'attachment.open': async (ports, asked) => {
    const found = await attachmentOf(ports, asked)
    if (!found.ok) return found
    const { id, parts, size, file } = found.value.attachment
    await ports.register.recordRead(asked.reference, `attachment:${id}`, asked.operationId)
    ports.attachments.opened(id)
    return done({ parts, size, mediaType: file.mediaType })
  },
  'attachment.read': async (ports, { id, part }) => {
    if (!ports.attachments.isOpened(id)) return refused('not-opened')
    const bytes = await ports.attachments.readPart(id, part)
    return bytes.ok ? done({ base64: bytes.value }) : bytes
  },
  'attachment.change': async (ports, asked) => {
    const found = await attachmentOf(ports, asked)
    if (!found.ok) return found
    const { stored, attachment } = found.value
    const { id, file } = attachment
    const said = given(asked)
    const told = tellOfChanged(stored.caseFile, attachment.described.document, said, {
      sha256: file.sha256,
      now: ports.clock.now(),
    })
    const described = { ...said, document: told.document }
    const changed = await ports.attachments.change({ id, described, operationId: asked.operationId, along: along(stored, told.steps) })
    if (!changed.ok) return changed
    const now = await attachmentOf(ports, asked)
    return now.ok ? done({ attachment: attachmentView(now.value.stored.caseFile, now.value.attachment) }) : now
  },
  'attachment.remove': async (ports, asked) => {
    const found = await attachmentOf(ports, { ...asked, removed: !asked.removed })
    if (!found.ok) return found
    const { stored, attachment } = found.value
    const { id, removed, operationId } = asked
    const { file, described } = attachment
    const steps = removed ? tellOfRemoved(stored.caseFile, described.document, file.sha256) : []
    const back = { sha256: file.sha256, now: ports.clock.now() }
    const told = removed ? steps : tellOfAdded(stored.caseFile, described, back).steps
    const outcome = await ports.attachments.remove({ id, removed, operationId, along: along(stored, told) })
    return outcome.ok ? done({}) : outcome
  },
  'attachment.export': async (ports, asked) => {
    const found = await attachmentOf(ports, asked)
    if (!found.ok) return found
    const { attachment, stored } = found.value
    const bytes = await ports.attachments.readWhole(attachment.id)
    if (!bytes.ok) return bytes
    const { folder, recipient, purpose } = asked
    const name = exportName(asked.reference, attachment)
    const detail = { attachment: attachment.id, sha256: attachment.file.sha256, recipient, purpose }
    const saved = await saveOutside(ports.files, { folder, name, bytes: bytes.value }, () =>
      ports.attachments.recordExport(stored.caseFile.id, detail, asked.operationId),
    )
    return saved.ok ? done({ file: saved.value }) : saved
  },
}

/** The last word of a path, of either system. */
const lastOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
