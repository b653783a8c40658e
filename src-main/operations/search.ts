import type { Implementations } from './implementations.ts'
import { done } from './outcome.ts'

const usualLimit = 50

export const searchImplementations: Implementations<'search.find' | 'search.show-names' | 'search.hide-names'> = {
  'search.find': async ({ search }, { text, limit }) => done(await search.find(text, limit ?? usualLimit)),
  'search.show-names': async ({ search }, { operationId }) => done({ minutes: await search.showNames(operationId) }),
  'search.hide-names': async ({ search }) => {
    search.hideNames()
    return done({})
  },
}
