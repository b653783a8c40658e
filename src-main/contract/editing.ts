import { z } from 'zod'
import { reference } from './views.ts'

const operationId = z.string().min(1).max(60)
const version = z.int().min(1)
/** List items by their own names, `/tasks/task-1/title`; `/tasks/+` is a new item. */
const at = z.string().regex(/^\//).max(400)
/** Where something is being written: a path of the case, or `note:new`. */
const place = z.string().min(1).max(400)
const names = operationId.optional()
const largestDraft = 64_000
const draftValue = z.json().refine((value) => JSON.stringify(value).length <= largestDraft)

const settle = z.strictObject({ version, choices: z.record(at, z.enum(['mine', 'theirs'])) })
const nothing = z.strictObject({})

/** How the fields of a typed screen read and change a case. */
export const editingOperations = {
  /** What stands at places that may be changed; `null` where nothing does. Names only when the reading bears an operation id. */
  'case.fields': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, places: at.array().min(1).max(60), names }),
    output: z.strictObject({
      version,
      /** Whether the person at the screen may change the case at all. */
      mayChange: z.boolean(),
      values: z.record(at, z.json()),
      /** Paths of what is hidden or holds a hidden name: it cannot be rewritten from here. */
      hidden: at.array(),
    }),
  },
  /**
   * Sets fields to what they are to be: the steps are worked out from the version that was seen. Otherwise as `case.change`; what one has changed
   * elsewhere in the case oneself is in nobody's way.
   */
  'case.edit': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({
      reference,
      version,
      edits: z.strictObject({ at, value: z.json().optional() }).array().min(1).max(50),
      operationId,
      settle: settle.optional(),
    }),
    output: z.strictObject({ version }),
  },
  /** What the person at the screen has begun to write in the case. */
  'draft.list': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference, names }),
    output: z.strictObject({
      drafts: z.strictObject({ place, version, value: z.json(), hidden: z.boolean(), keptAt: z.string() }).array(),
    }),
  },
  'draft.keep': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ reference, place, version, value: draftValue }),
    output: nothing,
  },
  'draft.drop': { effect: 'write', refreshes: [], input: z.strictObject({ reference, place }), output: nothing },
} as const
