import type { PlanPerson } from '#domain/plan/people-who-may-leave.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { capital, dataDate, listed, phoneNumber } from './formats.ts'
import { bold, type LabelRow, labelValues, optionalRow, row, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

type Reception = NonNullable<PlanModel['reception']>

export function receptionSection({ model: { reception, profile }, words, number }: SectionContext): Block {
  if (reception === undefined) return section([])
  const { say } = words
  return section([
    sectionHeading(words, 'plan.sec.reception', number('reception')),
    labelValues([
      ...optionalRow(say('plan.reception.caregiver'), caregiver(reception, words)),
      ...optionalRow(say('plan.reception.home-study'), homeStudy(reception, words)),
      ...optionalRow(
        say('plan.reception.address'),
        // The receiving family knows where it lives.
        reception.authority === null || profile === 'FAMILY' ? '' : say('plan.addr.protected', { authority: reception.authority }),
      ),
      ...optionalRow(say('plan.reception.who-meets'), meets(reception, words)),
      ...optionalRow(say('plan.cover.responsible'), responsibility(reception, words)),
      ...contingency(reception, words),
      row(say('plan.reception.who-may-know'), bold(say('plan.who.may'))),
    ]),
  ])
}

function caregiver({ caregiver: person, town }: Reception, words: Words): string {
  if (person === null) return ''
  const { say, relation, language } = words
  const who = [person.name, relation(person.relation), town].filter((part) => part !== null).join(', ')
  return sentences(
    `${who}.`,
    person.phone !== null && say('plan.reception.safe-to-contact', { phone: phoneNumber(person.phone) }),
    person.identityVerifiedOn !== null && say('plan.reception.identity', { date: dataDate(person.identityVerifiedOn, language) }),
  )
}

function homeStudy({ homeStudy: study }: Reception, { say, language }: Words): string {
  if (study === null) return ''
  return sentences(
    say('plan.reception.home-study-value', { by: study.by, date: dataDate(study.on, language) }),
    study.validThrough !== null && say('plan.reception.valid', { date: dataDate(study.validThrough, language) }),
  )
}

/** Relatives by name and relation, officers by name and office. */
export function personText(person: PlanPerson, words: Words): string {
  if (person.relation !== null) return `${person.name} (${words.relation(person.relation)})`
  return person.organisation === null
    ? words.inSentence(person.name)
    : words.say('plan.reception.officer', { name: words.inSentence(person.name), organisation: person.organisation })
}

function meets({ metBy, meetingPlace, arrangedOn }: Reception, words: Words): string {
  if (metBy.length === 0) return ''
  const people = listed(
    metBy.map((person) => personText(person, words)),
    words.language,
  )
  return sentences(
    `${capital([people, meetingPlace && words.inSentence(words.typed(meetingPlace))].filter((part) => part !== null).join(', '))}.`,
    words.say('plan.reception.confirmed', { date: dataDate(arrangedOn, words.language) }),
  )
}

function responsibility({ responsibility: handed }: Reception, { say, language }: Words): string {
  if (handed === null) return ''
  return `${say('plan.resp.until', { sender: handed.sender, receiver: handed.receiver })} ${say('plan.reception.undertaking', { date: dataDate(handed.agreedOn, language) })}`
}

function contingency({ contingency: plan }: Reception, { say, typed, language }: Words): readonly LabelRow[] {
  if (plan === null) return []
  const values = { text: typed(plan.text.replace(/\.$/, '')), responsible: typed(plan.responsible), date: dataDate(plan.on, language) }
  return [row(say('plan.reception.plan-b'), `${say('plan.plan-b.when')} ${say('plan.reception.plan-b-value', values)}`)]
}
