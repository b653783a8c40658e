import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { dataDate, phoneNumber } from './formats.ts'
import { labelValues, optionalRow, row, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

export function guardianSection({ model: { guardian, consent }, words, number }: SectionContext): Block {
  const { say } = words
  return section([
    sectionHeading(words, 'plan.sec.guardian', number('guardian')),
    labelValues([
      ...optionalRow(say('plan.guardian.label'), guardian === undefined ? '' : appointed(guardian, words)),
      ...(consent === undefined
        ? []
        : [
            ...optionalRow(say('plan.consent.label'), given(consent, words)),
            ...optionalRow(
              say('plan.consent.recipients'),
              consent.recipients.map((each) => each.name ?? say('plan.recipient.family')).join(', '),
            ),
          ]),
      row(say('plan.consent.withdraw'), `${say('plan.consent.free')} ${say('plan.consent.oral')}`),
    ]),
  ])
}

function appointed({ name, appointedOn, by, phone }: NonNullable<PlanModel['guardian']>, { say, language }: Words): string {
  const values = { name, date: dataDate(appointedOn, language), by: by ?? '' }
  return sentences(
    say(by === null ? 'plan.guardian.appointed' : 'plan.guardian.appointed-by', values),
    phone !== null && phoneNumber(phone),
  )
}

function given({ givenOn, givenBy, confirmedOn }: NonNullable<PlanModel['consent']>, { say, language }: Words): string {
  if (givenOn === null) return ''
  const child = givenBy.includes('child')
  const others = givenBy.some((voice) => voice !== 'child')
  const who = say(`plan.consent.who-${child && others ? 'both' : child ? 'child' : 'other'}`)
  return sentences(
    say('plan.consent.given', { who, date: dataDate(givenOn, language) }),
    confirmedOn !== null && say('plan.consent.confirmed', { date: dataDate(confirmedOn, language) }),
  )
}
