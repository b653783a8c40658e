import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import type { RichText } from '../model/text.ts'
import { countryOrCode } from './child.ts'
import { coverAlarm, coverContacts } from './cover-alarm.ts'
import { asksNeedRoom, coverAsks } from './cover-asks.ts'
import { coverFigures } from './cover-figures.ts'
import {
  capital,
  clock,
  countryName,
  dataDate,
  languageName,
  listed,
  longDate,
  money,
  phoneNumber,
  unbroken,
  weekdayName,
} from './formats.ts'
import { journeyFigure } from './journey.ts'
import { type LabelRow, optionalRow, row, section, sentences } from './parts.ts'
import { personText } from './reception.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** The plan on one page: who reads only this can act. */
export function cover(context: SectionContext): readonly Block[] {
  const { model, words } = context
  const { say, language } = words
  const valid = model.cover.validThrough
  return [
    { kind: 'heading', level: 1, text: say('plan.doc.title') },
    { kind: 'paragraph', step: 'subtitle', text: `${say('plan.doc.one-page')} · ${recipientTitle(model, words)}` },
    ...coverFigures(model, words),
    ...(valid === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            bold: true,
            text: say('plan.cover.valid-to', { date: longDate(valid, language) }),
            space: { before: 5, after: 8 },
          },
        ]),
    ...journeyFigure(model, words, { before: 0, after: 5 }),
    { kind: 'label-values', labelWidth: 98, step: 'lead', rows: facts(model, words) },
    ...asksAndAlarm(context),
    classification(model, words),
  ]
}

/** Letters of facts that leave room for two columns under them. */
const mostFacts = 700

const lettersOf = (rows: readonly LabelRow[]): number =>
  rows.reduce((sum, { value }) => sum + (typeof value === 'string' ? value.length : 0), 0)

function asksAndAlarm(context: SectionContext): readonly Block[] {
  const { model, words } = context
  const contacts = coverContacts(model, words)
  const alarm = [...coverAlarm(model, words), ...(contacts.length === 0 ? [] : [section(contacts)])]
  if (asksNeedRoom(model) || lettersOf(facts(model, words)) > mostFacts) return [...alarm, ...coverAsks(context)]
  return [
    {
      kind: 'columns',
      gap: 14,
      space: { before: 2 },
      columns: [
        { width: 252, blocks: [section(coverAsks(context))] },
        { width: 'fill', blocks: alarm },
      ],
    },
  ]
}

export const recipientTitle = ({ recipient }: PlanModel, { say }: Words): string => recipient.name ?? say('plan.recipient.family-title')

function facts(model: PlanModel, words: Words): readonly LabelRow[] {
  const { say } = words
  return [
    row(say('plan.cover.who'), who(model, words)),
    ...optionalRow(say('plan.cover.when'), when(model, words)),
    ...optionalRow(say('plan.cover.where'), where(model, words)),
    ...optionalRow(say('plan.cover.receiver'), receiver(model, words)),
    ...optionalRow(say('plan.cover.escort'), escort(model, words)),
    ...optionalRow(say('plan.cover.plan-b'), planB(model, words)),
    ...(model.cover.budget === null ? [] : [row(say('plan.cover.money'), budget(model.cover.budget, words))]),
  ]
}

function who({ child, guardian }: PlanModel, { say, language }: Words): string {
  const first = child.languages.filter(({ level }) => level === 'first').map((each) => languageName(each.language, language))
  const sex = child.birth === null || child.birth.sex === 'U' ? [] : [say(`plan.sex.${child.birth.sex}`)]
  const citizen = (child.birth?.citizenships ?? []).map((code) => say('plan.cover.citizen', { country: countryOrCode(code, language) }))
  return sentences(
    `${[child.alias, ...sex, say('plan.age', { age: child.age }), ...citizen].join(', ')}.`,
    first.length > 0 && say('plan.cover.speaks', { languages: listed(first, language) }),
    guardian !== undefined && say('plan.cover.guardian', { name: unbroken(guardian.name) }),
  )
}

function when({ travel }: PlanModel, { say, language }: Words): string {
  if (travel === undefined) return ''
  const { date, from, to, handover } = travel
  return sentences(
    `${capital(weekdayName(date, language))} ${longDate(date, language)}.`,
    from !== null &&
      to !== null &&
      say('plan.cover.flight', {
        from: from.code ?? from.place,
        departure: clock(from.at),
        to: to.code ?? to.place,
        arrival: clock(to.at),
      }),
    handover !== null && say('plan.cover.handover-at', { time: clock(handover.at) }),
  )
}

function where({ reception, alarm, profile }: PlanModel, { say, language }: Words): string {
  const country = alarm === undefined ? undefined : countryName(alarm.country, language)
  const place = [reception?.town, country].filter((part) => typeof part === 'string').join(', ')
  if (profile === 'FAMILY' && place !== '') return `${place}.`
  return place === '' ? '' : say('plan.cover.address-protected', { where: place })
}

function receiver({ reception }: PlanModel, words: Words): string {
  if (reception === undefined || reception.metBy.length === 0) return ''
  const people = listed(
    reception.metBy.map((person) => personText(person, words)),
    words.language,
  )
  return reception.meetingPlace === null
    ? `${capital(people)}.`
    : words.say('plan.cover.received-at', { people: capital(people), place: words.inSentence(words.typed(reception.meetingPlace)) })
}

function escort({ travel }: PlanModel, _words: Words): string {
  const person = travel?.escort ?? null
  if (person === null) return ''
  const who = [person.name, person.organisation].filter((part) => part !== null).join(', ')
  return sentences(`${who}.`, person.phone !== null && phoneNumber(person.phone))
}

function planB({ reception }: PlanModel, { say, typed, language }: Words): string {
  const plan = reception?.contingency ?? null
  return plan === null
    ? ''
    : say('plan.cover.contingency', { text: typed(plan.text.replace(/\.$/, '')), date: dataDate(plan.on, language) })
}

function budget(total: NonNullable<PlanModel['cover']['budget']>, { say, language }: Words): RichText {
  const approved =
    total.approvedOn === null
      ? say('plan.budget.not-approved')
      : say(total.wholePeriod ? 'plan.cover.budget-approved-whole' : 'plan.cover.budget-approved', {
          date: dataDate(total.approvedOn, language),
        })
  return [{ text: money(total.sek, 'SEK', language), bold: true }, ` (${money(total.eur, 'EUR', language)}). ${approved}`]
}

/** A Swedish secrecy marking names provision, date and authority; without the setting no provision is printed. */
function classification(model: PlanModel, { say, language }: Words): Block {
  const { provision, name } = model.organisation
  const marked = { date: dataDate(model.issuedOn, language), authority: name }
  const basis =
    provision === null ? say('plan.class.marked', marked) : say('plan.class.basis', { ...marked, provision: provision[language] })
  const replaced = model.replaces
  const replaces =
    replaced !== null && say('plan.class.replaces', { n: model.version, m: replaced.version, date: dataDate(replaced.on, language) })
  return {
    kind: 'box',
    weight: 'thin',
    space: { before: 12, after: 0 },
    blocks: [
      {
        kind: 'paragraph',
        step: 'fine',
        text: [
          { text: `${say('plan.class.mark')}. `, bold: true },
          sentences(basis, say('plan.class.text'), say('plan.class.no-forward'), replaces),
        ],
      },
    ],
  }
}
