import type { CaseFile } from '../case/case-file.ts'
import type { Person } from '../case/people.ts'
import type { PlanProfiles } from '../catalogue/plan-profiles.ts'
import { isWithheld, mayLeave } from './people-who-may-leave.ts'
import type { PlanModel } from './plan-model.ts'
import { receiversOf } from './reception-part.ts'

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const wholeWord = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'iu')

function mapped(value: Json, change: (text: string, path: string) => string, path = ''): Json {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((each: Json, index) => mapped(each, change, `${path}[${index}]`))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change, path === '' ? key : `${path}.${key}`)]))
  return value
}

/** Puts the alias where somebody has written the child's name. The full name stands on the identity sheet only. */
export function withAlias(model: PlanModel, { alias, givenName, familyName }: CaseFile['child']): PlanModel {
  const names = [`${givenName} ${familyName}`, familyName, givenName].map((name) => new RegExp(`${wholeName(name)}s?${after}`, 'giu'))
  const change = (text: string) => names.reduce((changed, name) => changed.replaceAll(name, alias), text)
  return mapped(model as Json, (text, path) => (namesSomebodyElse.test(path) ? text : change(text))) as PlanModel
}

/** Names of others stay as they are: a relative may share the family name. */
const namesSomebodyElse = /(^|\.)(alias|name|by)$|assessors/

const after = '(?![\\p{L}\\p{N}])'
const wholeName = (name: string): string => `(?<![\\p{L}\\p{N}])${escaped(name)}`

/**
 * Paths of texts that name somebody who must not be named, tell of a withheld relative by kinship, or hold a protected address.
 * Free text is the one place where a cut by field does not reach.
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
  const words = [
    ...withheld.flatMap(contactWords),
    ...nameParts(withheld, caseFile),
    ...withheld.flatMap(({ relation }) => (relation === undefined || named.has(relation.kinship) ? [] : kinshipWords[relation.kinship])),
    ...caseFile.people.flatMap(({ streetAddress }) => streetAddress ?? []),
    ...caseFile.child.placements.flatMap(({ name }) => name ?? []),
    ...caseFile.travel.travelDocuments.flatMap(({ number }) => number ?? []),
  ]
  const patterns = words.map(wholeWord)
  const found: string[] = []
  mapped(model as Json, (text, path) => {
    if (patterns.some((pattern) => pattern.test(text))) found.push(path)
    return text
  })
  return found
}

/** Parts of names that those who may be named, or the child, do not bear too: a first name alone already tells. */
function nameParts(withheld: readonly Person[], { people, child }: CaseFile): readonly string[] {
  const parts = (name: string) => name.split(/[\s-]+/).filter((part) => part.length > 2)
  const others = people.filter((person) => !withheld.includes(person)).map(({ name }) => name)
  const shared = new Set([...others, child.givenName, child.familyName].flatMap(parts))
  return withheld.flatMap(({ name }) => parts(name)).filter((part) => !shared.has(part))
}

const contactWords = ({ name, phone, email }: Person): readonly string[] => [name, phone, email].filter((word) => word !== undefined)
