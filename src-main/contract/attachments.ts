import { z } from 'zod'
import { fileKinds } from '#domain/attachments/file-kind.ts'
import { line } from '#domain/case/values.ts'
import { day, reference } from './views.ts'

const id = z.string().min(1).max(40)
/** Bytes travel as base64 in parts, each far below the largest message. */
const base64Limit = 700_000
const fileName = z.string().min(1).max(255)

/** What a file is the paper of. Type, day and issuer together make a row among the case's documents. */
const described = {
  documentType: z
    .string()
    .regex(/^DOC_[A-Z_]+$/)
    .nullable(),
  issuedOn: day.nullable(),
  issuer: line.nullable(),
  /** The title that a new row gets. */
  title: line,
}

const attachmentView = z.strictObject({
  id,
  /** Null where it is of no type. */
  documentType: z.string().nullable(),
  issuedOn: day.nullable(),
  /** Without names of people of the case. */
  issuer: z.string().nullable(),
  addedAt: z.string(),
  size: z.int(),
  kind: z.enum(fileKinds),
  preview: z.enum(['pdf', 'picture', 'none']),
  /** The name promises another kind of file than the content is. */
  misleads: z.boolean(),
  /** A row among the case's documents names this file. */
  inCase: z.boolean(),
})
export type AttachmentView = z.output<typeof attachmentView>

const added = z.strictObject({
  attachment: attachmentView,
  /** Ids of attachments that hold the same content under another type. */
  sameContent: id.array(),
})

const ofAttachment = { reference, id, operationId: z.string() }
const transferWord = z.string().trim().min(1).max(300)
const stale = ['attachment.list', 'case.overview', 'case.list']

/** File names may hold names of people: they come only with `attachment.reveal-names`. */
export const attachmentOperations = {
  'attachment.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference }),
    output: z.strictObject({
      attachments: attachmentView.array(),
      documentTypes: z.string().array(),
      /** Bytes of the largest file that is taken. */
      largest: z.int(),
    }),
  },
  /** A read that is journalled. */
  'attachment.reveal-names': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ reference, operationId: z.string() }),
    output: z.strictObject({ names: z.strictObject({ id, name: z.string(), issuer: z.string().nullable() }).array() }),
  },
  /** A file comes in parts and waits in memory until `attachment.finish`; a lock drops it. */
  'attachment.begin': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ reference, name: fileName, size: z.int().min(0) }),
    output: z.strictObject({ upload: id }),
  },
  'attachment.part': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ upload: id, number: z.int().min(1), base64: z.string().max(base64Limit) }),
    output: z.strictObject({}),
  },
  'attachment.finish': {
    effect: 'write',
    refreshes: stale,
    input: z.strictObject({ reference, upload: id, ...described, operationId: z.string() }),
    output: added,
  },
  'attachment.abandon': { effect: 'write', refreshes: [], input: z.strictObject({ upload: id }), output: z.strictObject({}) },
  /** Opens a file for reading: a read that is journalled, and without which no part is given. */
  'attachment.open': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject(ofAttachment),
    output: z.strictObject({ parts: z.int(), size: z.int(), mediaType: z.string() }),
  },
  'attachment.read': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ id, part: z.int().min(1) }),
    output: z.strictObject({ base64: z.string().max(base64Limit) }),
  },
  'attachment.change': {
    effect: 'write',
    refreshes: stale,
    input: z.strictObject({ ...ofAttachment, ...described }),
    output: z.strictObject({ attachment: attachmentView }),
  },
  /** Takes a file out of the list, or back into it. Its content stays until the case is erased. */
  'attachment.remove': {
    effect: 'write',
    refreshes: stale,
    input: z.strictObject({ ...ofAttachment, removed: z.boolean() }),
    output: z.strictObject({}),
  },
  /** A transfer: writes a copy where the user points, under a name that tells of nobody. The journal keeps for whom it left, and what for. */
  'attachment.export': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ ...ofAttachment, folder: z.string().min(1), recipient: transferWord, purpose: transferWord }),
    output: z.strictObject({ file: z.string() }),
  },
} as const

/** What only the command line may call: it names files by their path. */
export const attachmentCommands = {
  'attachment.add': {
    effect: 'write',
    refreshes: stale,
    input: z.strictObject({ reference, file: z.string().min(1), ...described, operationId: z.string() }),
    output: added,
  },
} as const
