import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'

/** What neither compiler nor linter can see. Each rule answers with the places that break it. */
export type HouseRule = (file: SourceFile) => readonly string[]

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')

/** `src-main/domain/…` → `src-main/domain`; the window and the tests are one room each. */
function roomOf(path: string): string {
  const [top, second] = path.split('/')
  return top === 'src-main' && second !== undefined && !second.includes('.') ? `${top}/${second}` : (top ?? '')
}

/** A relative import never leaves its room; across rooms one writes `#room/file.ts`. */
export const relativeImportsStayInside: HouseRule = ({ path, text }) =>
  importsOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .filter((specifier) => {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier))
      return roomOf(target) !== roomOf(path) && !target.startsWith('resources/')
    })
    .map((specifier) => `${path}: ${specifier} leaves the room`)

const isPure = (path: string): boolean => /^src-main\/(domain|contract|operations)\//.test(path)

/** The pure rooms have no clock and no randomness of their own. */
export const pureRoomsAskForClockAndChance: HouseRule = ({ path, text }) =>
  isPure(path)
    ? [...text.matchAll(/\bMath\.random\b|\bTemporal\.Now\b|\bnew Date\b|\bDate\.now\b/g)].map((match) => `${path}: ${match[0]}`)
    : []

/** Styles live in style sheets; the content security policy knows no inline style. */
export const noInlineStyles: HouseRule = ({ path, text }) =>
  path.endsWith('.tsx') && /\bstyle=\{/.test(text) ? [`${path}: inline style`] : []

/** Nobody wants to read a long file. */
export const filesStayShort: HouseRule = ({ path, text }) => {
  const lines = text.split('\n').length
  return lines > 400 ? [`${path}: ${lines} lines`] : []
}

/** The project speaks of itself alone. */
export const noPlacesOfAMachine: HouseRule = ({ path, text }) =>
  [...text.matchAll(/(?:^|[\s'"`(])\/(?:work|root)\/[\w.-]+|registry\.npmjs\.org|deb\.debian\.org/g)].map(
    (match) => `${path}: ${match[0].trim()}`,
  )

/** A test that is skipped, focused or left to do tells nothing. */
export const noSkippedTests: HouseRule = ({ path, text }) =>
  path.startsWith('test/')
    ? [...text.matchAll(/\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/g)].map((match) => `${path}: ${match[0]}`)
    : []

export const houseRules: Readonly<Record<string, HouseRule>> = {
  'relative imports stay inside their room': relativeImportsStayInside,
  'pure rooms ask for clock and chance': pureRoomsAskForClockAndChance,
  'no inline styles in the window': noInlineStyles,
  'files stay short': filesStayShort,
  'no place of a machine is named': noPlacesOfAMachine,
  'no test is skipped': noSkippedTests,
}
