import type { CaseFile } from '../case/case-file.ts'
import { folded } from '../search/fold.ts'
import { after, before, looseSource, replacedIn } from './word-patterns.ts'

type Child = CaseFile['child']

/** Parts of a name: `Ana-Maria` has two, `N.N.` one. One letter is no name. */
export const partsOf = (name: string): readonly string[] => name.split(/[\s,\p{Pd}]+/u).filter((part) => part.length > 1)

/** An alias that holds a name of the child, or is one, hides nobody. */
export function aliasNamesChild({ alias, givenName, familyName }: Child): boolean {
  const whole = folded(alias)
  const words = new Set(partsOf(whole))
  return [givenName, familyName]
    .flatMap(partsOf)
    .some((part) => words.has(folded(part)) || (part.length > 2 && whole.includes(folded(part))))
}

/** Longer parts first, so that none is cut short; two letters only as they are written. */
const anyOf = (parts: readonly string[], short: boolean): string =>
  parts
    .filter((part) => part.length > 2 !== short)
    .toSorted((one, other) => other.length - one.length)
    .map(looseSource)
    .join('|')

/**
 * Puts the alias for each name of the child, any of several given or family names, with or without diacritics. `beside`: names of others who bear
 * one of them too. `onlyWhole`: where somebody else is named, only a given and a family name together mean the child.
 */
export function aliasIn(text: string, { alias, givenName, familyName }: Child, beside: readonly string[], onlyWhole: boolean): string {
  const [given, family] = [partsOf(givenName), partsOf(familyName)]
  const has = (found: string, parts: readonly string[]) =>
    partsOf(folded(found)).some((word) => parts.some((part) => bears(word, folded(part))))
  return [true, false].reduce((changed, short) => {
    const names = anyOf([...given, ...family], short)
    if (names === '') return changed
    const others = beside.map(looseSource).map((name) => `${name}|`)
    const run = new RegExp(`${before}(?:${others.join('')}(?:${names})(?:[\\s,\\p{Pd}]+(?:${names}))*)${after}`, short ? 'gu' : 'giu')
    const isOther = (found: string) => beside.some((name) => bears(folded(found), folded(name)))
    return replacedIn(changed, run, (found) =>
      isOther(found) || (onlyWhole && !(has(found, given) && has(found, family))) ? found : alias,
    )
  }, text)
}

const bears = (word: string, name: string): boolean => word === name || word.replace(/['’:]?s$/, '') === name
