import { type MessageValues, readMessages, translator } from '#catalogue/messages.ts'
import type { Relation } from '#domain/plan/people-who-may-leave.ts'
import { changeFirst, inLanguage, withoutLanguages } from '../model/other-language.ts'
import { type PlanLanguage, tagOf } from './formats.ts'

/** The register has one language; the case file does not say which. */
export const officeLanguage: PlanLanguage = 'sv'

/** The texts of a document in its language. A key that is missing is a defect, never an empty place on paper. */
export type Words = {
  readonly language: PlanLanguage
  say(key: string, values?: MessageValues): string
  /** Whether there is such a text. */
  has(key: string): boolean
  /** The same text in the other language. */
  other(key: string): string
  /** What somebody typed in the register, which is kept in the office's language: so a screen reader says it rightly in a copy in another. */
  typed(text: string): string
  /** As it is written inside a sentence: `handläggare`, `flygplatsen i Bukarest`. */
  inSentence(text: string): string
  /** `moster`; the exact word follows the side of the family. */
  relation(relation: Relation | null): string
}

/** `translated`: texts of the register that stand in the copy's language already. */
export function wordsIn(language: PlanLanguage, translated: ReadonlySet<string> = new Set()): Words {
  const say = translator(language)
  const other = translator(language === 'sv' ? 'en' : 'sv')
  const keys = readMessages(language)
  return {
    language,
    say,
    has: (key) => keys.has(key),
    other,
    typed: (text) => (language === officeLanguage || translated.has(bare(text)) ? text : inLanguage(tagOf[officeLanguage], text)),
    inSentence: (text) => (isCommon(text, say('plan.common-nouns')) ? changeFirst(text, (letter) => letter.toLocaleLowerCase()) : text),
    relation: (relation) => say(relationKey(relation, (key) => keys.has(key))),
  }
}

const isCommon = (text: string, nouns: string): boolean => {
  const lower = withoutLanguages(text).toLocaleLowerCase()
  return nouns.split(', ').some((noun) => lower === noun || lower.startsWith(`${noun} `))
}

/** Sentences end with a stop, or are put into others without one. */
export const bare = (text: string): string => text.trim().replace(/\.$/, '')

function relationKey(relation: Relation | null, has: (key: string) => boolean): string {
  if (relation === null) return 'plan.caregiver'
  const { kinship, side } = relation
  const sided = `kinship.${kinship}.${side}`
  return has(sided) ? sided : `kinship.${kinship}`
}
