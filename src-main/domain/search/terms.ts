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
  const { folded: plain, from } = traced(text)
  const first = terms.map((term) => nextHit(plain, term, 0)).reduce(earlier, undefined)
  if (first === undefined) return undefined
  const begin = wordStart(text, Math.max(0, from(first.start) - around))
  const end = wordEnd(text, Math.min(text.length, from(first.end) + around))
  const marks = terms.flatMap((term) => hitsFrom(plain, term, first.start, (at) => from(at) < end))
  return stretches(
    text,
    { start: begin, end },
    joined(marks).map((hit) => ({ start: from(hit.start), end: from(hit.end) })),
  )
}

type Span = { readonly start: number; readonly end: number }

const earlier = (one: Span | undefined, other: Span | undefined): Span | undefined =>
  one === undefined || (other !== undefined && other.start < one.start) ? other : one

function nextHit(plain: string, term: string, from: number): Span | undefined {
  for (let at = plain.indexOf(term, from); at >= 0; at = plain.indexOf(term, at + term.length))
    if (isInsideTerm(term) || !/[\p{L}\p{N}]/u.test(plain.charAt(at - 1))) return { start: at, end: at + term.length }
  return undefined
}

function hitsFrom(plain: string, term: string, start: number, isNear: (at: number) => boolean): readonly Span[] {
  const hits: Span[] = []
  for (let hit = nextHit(plain, term, start); hit !== undefined && isNear(hit.start); hit = nextHit(plain, term, hit.end)) hits.push(hit)
  return hits
}

/** Hits in order, those that touch made one. */
function joined(hits: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const hit of hits.toSorted((one, other) => one.start - other.start)) {
    const last = spans.at(-1)
    if (last !== undefined && hit.start <= last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) }
    else spans.push(hit)
  }
  return spans
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)
function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return at === text.length || space < 0 ? text.length : space
}

function stretches(text: string, { start, end }: Span, marks: readonly Span[]): readonly Stretch[] {
  const found: Stretch[] = []
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), hit })
  }
  if (start > 0) found.push({ text: '… ', hit: false })
  let at = start
  for (const mark of marks) {
    add(at, mark.start, false)
    at = Math.min(mark.end, end)
    add(mark.start, at, true)
  }
  add(at, end, false)
  if (end < text.length) found.push({ text: ' …', hit: false })
  return found
}
