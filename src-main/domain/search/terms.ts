import { folded, traced } from './fold.ts'

/** Shorter words find nearly everything and are not looked for. */
const shortestTerm = 2
/** Shorter ones are looked for at the beginning of words only. */
const insideFrom = 3
const mostTerms = 8

export const isInsideTerm = (term: string): boolean => [...term].length >= insideFrom

/** The words of a question, folded; all of them must be found in a case. */
export const termsOf = (text: string): readonly string[] =>
  [
    ...new Set(
      folded(text)
        .split(/\s+/)
        .filter((term) => [...term].length >= shortestTerm),
    ),
  ].slice(0, mostTerms)

/** A stretch of a text, and whether it is what was looked for. */
export type Stretch = { readonly text: string; readonly hit: boolean }

const around = 60

/** A short piece of a text around the first hit, with every hit in it marked; nothing when there is none. */
export function excerptOf(text: string, terms: readonly string[]): readonly Stretch[] | undefined {
  const whole = folded(text)
  if (!terms.some((term) => whole.includes(term))) return undefined
  const { folded: plain, from } = traced(text)
  const marks = terms.flatMap((term) => hitsOf(plain, term)).map(([start, end]) => [from[start] ?? 0, from[end] ?? text.length] as const)
  const [first] = marks.toSorted(([one], [other]) => one - other)
  if (first === undefined) return undefined
  const begin = wordStart(text, Math.max(0, first[0] - around))
  const end = wordEnd(text, Math.min(text.length, first[1] + around))
  return stretches(text, begin, end, marks)
}

function hitsOf(plain: string, term: string): readonly (readonly [number, number])[] {
  const hits: (readonly [number, number])[] = []
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length))
    if (isInsideTerm(term) || !/[\p{L}\p{N}]/u.test(plain.charAt(at - 1))) hits.push([at, at + term.length])
  return hits
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)
function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return at === text.length || space < 0 ? text.length : space
}

function stretches(text: string, begin: number, end: number, marks: readonly (readonly [number, number])[]): readonly Stretch[] {
  const isHit = (at: number): boolean => marks.some(([from, to]) => at >= from && at < to)
  const found: Stretch[] = []
  let from = begin
  for (let at = begin + 1; at <= end; at += 1) {
    if (at < end && isHit(at) === isHit(from)) continue
    found.push({ text: text.slice(from, at), hit: isHit(from) })
    from = at
  }
  const [before, after] = [begin > 0 ? [{ text: '… ', hit: false }] : [], end < text.length ? [{ text: ' …', hit: false }] : []]
  return [...before, ...found, ...after]
}
