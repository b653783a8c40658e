import { type MessageValues, readMessages, translator } from '#catalogue/messages.ts'
import type { Relation } from '#domain/plan/people-who-may-leave.ts'
import type { PlanLanguage } from './formats.ts'

/** The texts of a document in its language. A key that is missing is a defect, never an empty place on paper. */
export type Words = {
  readonly language: PlanLanguage
  say(key: string, values?: MessageValues): string
  /** Whether there is such a text. */
  has(key: string): boolean
  /** The same text in the other language. */
  other(key: string): string
  /** `moster`; the exact word follows the side of the family. */
  relation(relation: Relation | null): string
}

export function wordsIn(language: PlanLanguage): Words {
  const say = translator(language)
  const other = translator(language === 'sv' ? 'en' : 'sv')
  const keys = readMessages(language)
  return { language, say, has: (key) => keys.has(key), other, relation: (relation) => say(relationKey(relation, (key) => keys.has(key))) }
}

function relationKey(relation: Relation | null, has: (key: string) => boolean): string {
  if (relation === null) return 'plan.caregiver'
  const { kinship, side } = relation
  const sided = `kinship.${kinship}.${side}`
  return has(sided) ? sided : `kinship.${kinship}`
}
