import type { PlanContact } from '#domain/plan/contacts-part.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { capital, countryName, phoneNumber } from './formats.ts'
import { ruled, section, sectionHeading, subHeading } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** A page of its own, meant to be pinned up. */
export function contactsSection({ model, words, number }: SectionContext): Block {
  const { say } = words
  return section([
    sectionHeading(words, 'plan.sec.contacts', number('contacts')),
    ...(model.alarm === undefined ? [] : [alarmBox(model.alarm, words)]),
    ...(model.alarm === undefined || model.alarm.rows.length === 0 ? [] : [alarmTable(model.alarm, words)]),
    ...(model.contacts.length === 0 ? [] : [subHeading(say('plan.contacts.heading')), contactTable(model, words)]),
  ])
}

type Alarm = NonNullable<PlanModel['alarm']>

const nameAndPhone = (party: Alarm['authority']): string =>
  party === null ? '' : party.phone === null ? party.name : `${party.name}: ${phoneNumber(party.phone)}`

function alarmBox({ emergency, authority, coordinator }: Alarm, { say }: Words): Block {
  const steps = [
    emergency === null ? say('plan.alarm.step1-plain') : say('plan.alarm.step1', { emergency }),
    ...(authority === null ? [] : [say('plan.alarm.step2', { authority: nameAndPhone(authority) })]),
    `${say('plan.alarm.step3')} ${nameAndPhone(coordinator)}`.trim(),
  ]
  return {
    kind: 'box',
    weight: 'thick',
    space: { before: 6, after: 6 },
    blocks: steps.map((text): Block => ({ kind: 'paragraph', step: 'alarm', text })),
  }
}

function alarmTable({ rows, emergency, country }: Alarm, { say, language }: Words): Block {
  return ruled({
    columns: [{ width: 'fill' }, { width: 170 }, { width: 62 }],
    head: ['if', 'do', 'within'].map((column) => say(`plan.alarm.col.${column}`)),
    summary: say('plan.alarm.table'),
    step: 'contact',
    rows: rows.map(({ id, hours, neutral }) => [
      { text: say(`plan.alarm.${id}.${neutral ? 'if-neutral' : 'if'}`), bold: false },
      say(`plan.alarm.${id}.do`, { emergency: emergency ?? countryName(country, language) }),
      { text: say('plan.alarm.within', { hours }), bold: true },
    ]),
  })
}

function contactTable({ contacts }: PlanModel, words: Words): Block {
  const { say } = words
  return ruled({
    columns: [{ width: 104 }, { width: 'fill' }, { width: 112 }, { width: 104 }],
    head: ['name', 'role', 'phone', 'when'].map((column) => say(`plan.contacts.col.${column}`)),
    summary: say('plan.contacts.table'),
    step: 'contact',
    rows: contacts.map((contact) => [
      { text: contact.name ?? say(`plan.contacts.name.${contact.role}`), bold: false },
      roleText(contact, words),
      { text: contact.phone === null ? '–' : phoneNumber(contact.phone), step: 'phone' },
      say(`plan.contacts.when.${contact.when}`),
    ]),
  })
}

export function roleText({ role, relation, position, organisation }: PlanContact, words: Words): string {
  const { say, typed } = words
  switch (role) {
    case 'focal-point':
    case 'duty-officer':
    case 'helpline':
      return organisation ?? '–'
    case 'caregiver':
      return capital(say('plan.contacts.role.caregiver', { relation: words.relation(relation) }))
    default:
      return [say(`plan.contacts.role.${role}`), position === null ? organisation : typed(position)]
        .filter((part) => part !== null)
        .join(', ')
  }
}
