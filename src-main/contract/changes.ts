import { z } from 'zod'
import { changeParts } from '#domain/changes/parts.ts'
import { versionKinds } from '#domain/changes/versions.ts'
import { day, reference } from './views.ts'

const operationId = z.string().min(1).max(60)
const path = z.string().regex(/^\//).max(400)
const version = z.int().min(1)
const text = z.string().trim().min(1).max(8000)

const step = z.strictObject({ path, before: z.json().optional(), after: z.json().optional() })

/** A change made on an older version, once more, with what the person chose for each field that was shown for `version`. */
const settle = z.strictObject({ version, choices: z.record(path, z.enum(['mine', 'theirs'])) })

/** Names are shown when the reading bears an operation id of its own, under which it is journalled. */
const names = operationId.optional()

const shownChange = z.strictObject({ path: z.string(), from: z.string().nullable(), to: z.string().nullable(), hidden: z.boolean() })
export type ShownChangeView = z.infer<typeof shownChange>

const noteView = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** A name stands in it and is hidden: it cannot be rewritten from here. */
  hidden: z.boolean(),
  recordedAt: z.string(),
  by: z.string().nullable(),
  mine: z.boolean(),
  locked: z.boolean(),
  locksAt: z.string(),
  corrects: z.string().nullable(),
})
export type NoteView = z.infer<typeof noteView>

const entryView = z.strictObject({
  entry: z.int(),
  at: z.string(),
  /** Null where the person's name is not known here. */
  by: z.string().nullable(),
  action: z.string(),
  /** The action that was undone or redone. */
  of: z.string().nullable(),
  version: z.int().nullable(),
  changes: shownChange.array(),
})
export type HistoryEntryView = z.infer<typeof entryView>

const turned = z.strictObject({ version, action: z.string(), paths: z.string().array() })
const stands = z.strictObject({ version })
const turn = { effect: 'write', refreshes: ['*'], input: z.strictObject({ reference, version, operationId }), output: turned } as const

export const changeOperations = {
  /** What the case is called here, what is to be done, and what has been noted. */
  'case.about': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, names }),
    output: z.strictObject({
      version,
      alias: z.string(),
      diaryNumber: z.string().nullable(),
      tasks: z
        .strictObject({ id: z.string(), title: z.string(), hidden: z.boolean(), dueOn: day.nullable(), doneOn: day.nullable() })
        .array(),
      /** The newest first. */
      notes: noteView.array(),
    }),
  },
  /** Only open fields. A change on an older version is refused as `stale`, with what others made of the same fields. */
  'case.change': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, version, steps: step.array().min(1).max(50), operationId, settle: settle.optional() }),
    output: stands,
  },
  /** Takes back the newest change of the person at the screen. */
  'case.undo': turn,
  'case.redo': turn,
  'case.history': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({
      reference,
      /** Only changes of one field and what lies within it. */
      path: path.optional(),
      part: z.enum(changeParts).optional(),
      limit: z.int().min(1).max(100),
      before: z.int().optional(),
      names,
    }),
    /** The newest first; `next` is the `before` of the following page. */
    output: z.strictObject({ entries: entryView.array(), next: z.int().nullable() }),
  },
  'case.versions': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, kind: z.enum(versionKinds) }),
    output: z.strictObject({
      versions: z
        .strictObject({
          id: z.int(),
          on: day,
          by: z.string().nullable(),
          codes: z.record(z.string(), z.union([z.string(), z.number()])),
        })
        .array(),
    }),
  },
  'case.compare': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, kind: z.enum(versionKinds), one: z.int().min(0), other: z.int().min(0), names }),
    output: z.strictObject({ changes: shownChange.array() }),
  },
  'note.add': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, text, operationId }),
    output: stands.extend({ note: z.string() }),
  },
  /** By its author, until it locks. */
  'note.edit': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, version, note: z.string(), text, operationId, settle: settle.optional() }),
    output: stands,
  },
  /** A note of its own that says what is right instead. */
  'note.correct': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, note: z.string(), text, operationId }),
    output: stands.extend({ note: z.string() }),
  },
} as const
