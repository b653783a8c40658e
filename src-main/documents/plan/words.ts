import type { Relation } from '#domain/plan/people-who-may-leave.ts'
import catalogueEn from '../../../resources/messages/en/catalogue.json' with { type: 'json' }
import planEn from '../../../resources/messages/en/plan.json' with { type: 'json' }
import readinessEn from '../../../resources/messages/en/readiness.json' with { type: 'json' }
import catalogueSv from '../../../resources/messages/sv/catalogue.json' with { type: 'json' }
import planSv from '../../../resources/messages/sv/plan.json' with { type: 'json' }
import readinessSv from '../../../resources/messages/sv/readiness.json' with { type: 'json' }
import type { PlanLanguage } from './formats.ts'
import { formatMessage, type MessageValues } from './message-format.ts'

const messages: Readonly<Record<PlanLanguage, Readonly<Record<string, string>>>> = {
  sv: { ...catalogueSv, ...readinessSv, ...planSv },
  en: { ...catalogueEn, ...readinessEn, ...planEn },
}

/** The texts of a document in its language. A key that is missing is a defect, never an empty place on paper. */
export type Words = {
  readonly language: PlanLanguage
  say(key: string, values?: MessageValues): string
  /** Undefined where there is no such text. */
  find(key: string): string | undefined
  /** The same text in the other language. */
  other(key: string): string
  /** `moster`; the exact word follows the side of the family. */
  relation(relation: Relation | null): string
  /** `mostern`. */
  theRelation(relation: Relation | null): string
}

export function wordsIn(language: PlanLanguage): Words {
  const say = (key: string, values: MessageValues = {}): string => formatMessage(text(language, key), values, language)
  const kin = (form: 'kin' | 'kin-the', relation: Relation | null): string => {
    if (relation === null) return say(`plan.${form}.caregiver`)
    const sided = messages[language][`plan.${form}.${relation.kinship}.${relation.side}`]
    const unsided = messages[language][`plan.${form}.${relation.kinship}.unknown`] ?? messages[language][`plan.${form}.${relation.kinship}`]
    return sided ?? unsided ?? say(`plan.${form}.other`)
  }
  return {
    language,
    say,
    find: (key) => messages[language][key],
    other: (key) => formatMessage(text(language === 'sv' ? 'en' : 'sv', key), {}, language),
    relation: (relation) => kin('kin', relation),
    theRelation: (relation) => kin('kin-the', relation),
  }
}

function text(language: PlanLanguage, key: string): string {
  const found = messages[language][key]
  if (found === undefined) throw new RangeError(`no message ${key} in ${language}`)
  return found
}
