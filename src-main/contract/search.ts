import { z } from 'zod'
import { reference } from './views.ts'

const passage = z.strictObject({
  /** Part of the case: `search.area.<area>`. */
  area: z.string(),
  excerpt: z.strictObject({ text: z.string(), hit: z.boolean() }).array(),
})

export const searchHit = z.strictObject({ reference, passages: passage.array() })
export type SearchHitView = z.infer<typeof searchHit>

export const searchOperations = {
  /** Cases in which every word stands, among those that this person may see. Names are looked at only while they are shown. */
  'search.find': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ text: z.string().max(300), limit: z.int().min(1).max(100).optional() }),
    output: z.strictObject({
      hits: searchHit.array(),
      more: z.boolean(),
      /** Cases that are still to be read into the index: ask again. */
      pending: z.int(),
      named: z.boolean(),
    }),
  },
  /** Lets search look at names for five minutes. A read that is journalled, without what is searched for. */
  'search.show-names': {
    effect: 'write',
    refreshes: ['search.find'],
    input: z.strictObject({ operationId: z.string() }),
    output: z.strictObject({ minutes: z.int() }),
  },
  'search.hide-names': { effect: 'write', refreshes: ['search.find'], input: z.strictObject({}), output: z.strictObject({}) },
} as const
