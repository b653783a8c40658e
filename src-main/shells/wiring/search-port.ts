import type { CaseFile } from '#domain/case/case-file.ts'
import type { SearchPort } from '#operations/search-port.ts'
import { translate } from '../texts.ts'
import { expected, type Opened, type RegisterDoor } from './register-port.ts'

const shownMinutes = 5

/** Milliseconds that run on; a demonstration's clock stands still. */
export type Stopwatch = () => number

/** Search in whatever register is open behind the door. Names that were shown are hidden again by time and by the lock. */
export function searchPort(door: RegisterDoor, stopwatch: Stopwatch): SearchPort {
  let shown: { readonly to: Opened; readonly until: number } | undefined
  const opened = (): Opened => {
    if (door.opened === undefined) throw new Error('search on a locked register')
    return door.opened
  }
  return {
    async find(text, limit) {
      const { register } = opened()
      const named = shown !== undefined && shown.to === door.opened && stopwatch() < shown.until
      const { hits, more, pending } = expected(await register.search({ text, named, limit }))
      return {
        hits: hits.map(({ reference, passages }) => ({
          reference,
          passages: passages.map(({ area, excerpt }) => ({ area, excerpt: excerpt.map((stretch) => ({ ...stretch })) })),
        })),
        more,
        pending,
        named,
      }
    },
    async showNames(operationId) {
      const to = opened()
      expected(await to.register.record({ action: 'names.searched', operationId }))
      shown = { to, until: stopwatch() + shownMinutes * 60_000 }
      return shownMinutes
    },
    hideNames() {
      shown = undefined
    },
  }
}

/** Words by which a case is looked for though it holds only their code: the receiving country in both languages. */
export const codedWords = ({ travel }: CaseFile): readonly string[] => [
  ...new Set((['sv', 'en'] as const).map((language) => translate(language)(`country.${travel.destination.country}`))),
]
