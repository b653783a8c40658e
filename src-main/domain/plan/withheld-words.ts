import type { CaseFile } from '../case/case-file.ts'
import type { Person } from '../case/people.ts'
import type { PlanProfiles } from '../catalogue/plan-profiles.ts'
import { folded } from '../search/fold.ts'
import { mapTexts } from './map-texts.ts'
import { aliasIn, partsOf } from './names-of-child.ts'
import { isWithheld, mayLeave } from './people-who-may-leave.ts'
import type { PlanModel } from './plan-model.ts'
import { receiversOf } from './reception-part.ts'
import { addressPatterns, distinctiveWords, secretWords } from './secret-words.ts'
import { exactWord, holdsPhone, isIn, wholeWord } from './word-patterns.ts'

/** Puts the alias where somebody has written the child's name. The full name stands on the identity sheet only. */
export function withAlias(model: PlanModel, { child, people }: CaseFile): PlanModel {
  const beside = people.map(({ name }) => name).filter((name) => partsOf(name).length > 1)
  return mapTexts(model, (text, path) =>
    isAlias.test(path) || isHash.test(text) ? text : aliasIn(text, child, beside, namesSomebodyElse.test(path)),
  )
}

const isAlias = /(^|\.)alias$/
const isHash = /^[0-9a-f]{40,}$/
/** Names of others stay as they are: a relative may share the family name. */
const namesSomebodyElse = /(^|\.)(name|by)$|assessors/

/**
 * Paths of texts that name somebody who must not be named, tell of a withheld relative by kinship, or hold a protected address, the
 * telephone number of somebody withheld, a place where the child has lived, or a code word.
 * Free text is the one place where a cut by field does not reach. Not found: nicknames, misspellings, what is only told between the lines.
 */
export function withheldWordsIn(
  model: PlanModel,
  caseFile: CaseFile,
  on: string,
  kinshipWords: PlanProfiles['kinshipWords'],
): readonly string[] {
  const receivers = receiversOf(caseFile, on)
  const withheld = caseFile.people.filter((person) => isWithheld(person, receivers))
  const named = new Set(caseFile.people.filter((person) => mayLeave(person, receivers)).flatMap((person) => person.relation?.kinship ?? []))
  const kinship = withheld.flatMap(({ relation }) =>
    relation === undefined || named.has(relation.kinship) ? [] : kinshipWords[relation.kinship],
  )
  const words = [
    ...withheld.flatMap(({ name, email }) => (email === undefined ? [name] : [name, email])),
    ...nameParts(withheld, caseFile),
    ...distinctiveWords(caseFile),
    ...secretWords(caseFile),
    ...caseFile.travel.travelDocuments.flatMap(({ number }) => number ?? []),
  ]
  const phones = withheld.flatMap(({ phone }) => phone ?? [])
  const patterns = [...kinship.map(exactWord), ...words.map(wholeWord), ...addressPatterns(caseFile)]
  const found: string[] = []
  mapTexts(model, (text, path) => {
    if (!isHash.test(text) && (isIn(text, patterns) || holdsPhone(text, phones))) found.push(path)
    return text
  })
  return found
}

/** Parts of names that those who may be named, or the child, do not bear too: a first name alone already tells. */
function nameParts(withheld: readonly Person[], { people, child }: CaseFile): readonly string[] {
  const others = people.filter((person) => !withheld.includes(person)).map(({ name }) => name)
  const shared = new Set([...others, child.givenName, child.familyName].flatMap(partsOf).map(folded))
  return withheld.flatMap(({ name }) => partsOf(name).filter((part) => isName(part, name) && !shared.has(folded(part))))
}

/** `de` and `van` are no names where the other parts begin with a capital. */
const isName = (part: string, name: string): boolean => /^\p{Lu}/u.test(part) || !/\p{Lu}/u.test(name)
