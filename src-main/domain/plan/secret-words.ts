import type { CaseFile } from '../case/case-file.ts'
import { folded } from '../search/fold.ts'
import { after, before, looseSource } from './word-patterns.ts'

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Words that a plan needs: names of organisations and places in it. A secret may not be told by one of these. */
function wordsOfPlan({ office, people, recipients, travel, reception }: CaseFile): ReadonlySet<string> {
  const texts = [
    office.name,
    office.unit,
    ...people.flatMap(({ organisation, position, town }) => [organisation, position, town]),
    ...recipients.map(({ name }) => name),
    travel.destination.town,
    ...travel.itineraries.flatMap(({ legs }) => legs.flatMap(({ from, to }) => [from.place, to.place])),
    ...reception.arrangements.map(({ town }) => town),
    ...reception.takeovers.map(({ authority }) => authority),
  ]
  return new Set(texts.flatMap((text) => wordsOf(folded(text ?? ''))))
}

/** What many homes are called; only the rest of the name tells which. */
const kindsOfHome = /^(hvb|sis|stod|skyddat|akut|utrednings|jour|familje|trygg|grupp)?(boende|boendet|hem|hemmet)?$/

/** Names of the places where the child has lived, and each word in them that tells which place it is. */
export function distinctiveWords(caseFile: CaseFile): readonly string[] {
  const needed = wordsOfPlan(caseFile)
  return caseFile.child.placements.flatMap(({ name }) => {
    if (name === undefined) return []
    const words = wordsOf(name).filter((word) => word.length > 3 && !kindsOfHome.test(folded(word)) && !needed.has(folded(word)))
    return [name, ...words]
  })
}

const quoted = /["”“«»„]([^"”“«»„]+)["”“«»„]/gu
const told = /(?:kodord|lösenord|code ?word|password)\p{L}*[^.:\n]*?(?::|\sär\s|\sis\s)\s*([^.\n]+)/giu

/**
 * Code words: what stands in quotation marks, in capitals or after “kodordet är” in a note on safety, and words in capitals in what was told of the
 * exploitation. Only words of five letters and more; other words of these texts are too common to be told apart.
 */
export function secretWords(caseFile: CaseFile): readonly string[] {
  const needed = wordsOfPlan(caseFile)
  const { child, people } = caseFile
  const notes = people.flatMap(({ safetyNote }) => safetyNote ?? [])
  const narratives = [
    ...child.exploitation.flatMap(({ narrative }) => narrative ?? []),
    ...child.identifications.map(({ circumstances }) => circumstances ?? ''),
  ]
  const phrases = notes.flatMap((note) => [...note.matchAll(quoted), ...note.matchAll(told)].map(([, phrase = '']) => phrase))
  const capitals = [...notes, ...narratives].flatMap(wordsOf).filter((word) => /^\p{Lu}{5,}$/u.test(word.normalize('NFC')))
  return [...phrases.flatMap(wordsOf), ...capitals].filter((word) => word.length > 4 && !needed.has(folded(word)))
}

/** A street with its number tells as much as the whole address: `Str. Exemplu 12`, `Exemplu nr 12`, `12 Exemplu`. */
export function addressPatterns({ people }: CaseFile): readonly RegExp[] {
  return people
    .flatMap(({ streetAddress }) => streetAddress ?? [])
    .flatMap((address) => [address, ...address.split(',').flatMap(streetsIn)])
    .map((street) => new RegExp(`${before}(?:${street === '' ? '(?!)' : sourceOf(street)})${after}`, 'iu'))
}

/** Each word that stands beside a number, with that number. */
function streetsIn(part: string): readonly string[] {
  const words = wordsOf(part)
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    return next !== undefined && /\d/.test(word) !== /\d/.test(next) && Math.max(word.length, next.length) > 3 ? [`${word} ${next}`] : []
  })
}

const sourceOf = (street: string): string => wordsOf(street).map(looseSource).join('[\\s.,\\p{Pd}]*(?:(?:nr|no)[\\s.]*)?')
