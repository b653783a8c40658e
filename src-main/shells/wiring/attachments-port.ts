import { z } from 'zod'
import type { Failure } from '#contract/operations.ts'
import { fileKinds } from '#domain/attachments/file-kind.ts'
import type { Result } from '#domain/result.ts'
import type { AttachmentsPort, Described, StoredAttachment } from '#operations/attachments-port.ts'
import type { Attachment } from '#register/attachments/read.ts'
import { largestAttachment } from '#register/attachments/seal-content.ts'
import type { Answer } from '#register/problem.ts'
import { expected, failureOf, type RegisterDoor } from './register-port.ts'
import { Uploads } from './uploads.ts'

/** The attachments of the register behind the door, and the files on their way to it. */
export function attachmentsPort(door: RegisterDoor): AttachmentsPort {
  const uploads = new Uploads(largestAttachment)
  const opened = new Set<string>()
  door.whenLocked(() => {
    uploads.dropAll()
    opened.clear()
  })
  const register = () => {
    if (door.opened === undefined) throw new Error('the register is locked')
    return door.opened.register
  }
  return {
    largest: largestAttachment,
    async add({ caseId, file, described, bytes, operationId, along }) {
      const id = register().newId()
      const facts = { ...file, ...without(described) }
      const added = await register().attachments.add({ id, caseId, facts, source: bytes, operationId, along })
      return added.ok ? { ok: true, value: { id, sameContent: added.value.sameContent } } : { ok: false, error: failureOf(added.error) }
    },
    list: async (caseId) => expected(await register().attachments.list(caseId)).map(stored),
    async readPart(id, part) {
      const read = replied(await register().attachments.readPart(id, part))
      return read.ok ? { ok: true, value: Buffer.from(read.value).toString('base64') } : read
    },
    readWhole: async (id) => replied(await register().attachments.readWhole(id)),
    remove: async (act) => nothing(await register().attachments.remove(act)),
    change: async ({ described, ...act }) => nothing(await register().attachments.change({ ...act, facts: without(described) })),
    async recordExport(caseId, detail, operationId) {
      expected(await register().record({ action: 'attachment.exported', caseId, detail, operationId }))
    },
    begin: (caseId, name, size) => uploads.begin(register().newId(), caseId, name, size),
    part: (upload, number, base64) => uploads.part(upload, number, base64),
    upload: (upload) => uploads.whole(upload),
    drop: (upload) => uploads.drop(upload),
    opened: (id) => void opened.add(id),
    isOpened: (id) => opened.has(id),
  }
}

type Present = { readonly [Key in keyof Described]: NonNullable<Described[Key]> }

/** Only what was said: in a sealed document an absent field is no field. */
const without = (described: Described): Present => Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined))

const kind = z.enum(fileKinds).catch('other')

function stored({ id, caseId, addedAt, removedAt, size, parts, facts }: Attachment): StoredAttachment {
  const { name, mediaType, sha256, documentType, issuedOn, issuer, title, document } = facts
  return {
    id,
    caseId,
    addedAt,
    removed: removedAt !== undefined,
    size,
    parts,
    file: { name, mediaType, sha256, kind: kind.parse(facts.kind) },
    described: { documentType, issuedOn, issuer, title, document },
  }
}

const replied = <Value>(answer: Answer<Value>): Result<Value, Failure> =>
  answer.ok ? answer : { ok: false, error: failureOf(answer.error) }

const nothing = (answer: Answer<unknown>): Result<null, Failure> =>
  answer.ok ? { ok: true, value: null } : { ok: false, error: failureOf(answer.error) }
