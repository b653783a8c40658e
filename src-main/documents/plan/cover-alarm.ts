import type { PlanContact } from '#domain/plan/contacts-part.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { countryName, phoneNumber } from './formats.ts'
import type { Words } from './words.ts'

export function coverAlarm({ alarm }: PlanModel, { say, language }: Words): readonly Block[] {
  if (alarm === undefined) return []
  const { emergency, country, authority, coordinator } = alarm
  const number = (phone: string | null, text: string): Block => ({
    kind: 'paragraph',
    step: 'table',
    space: { before: 1 },
    text: phone === null ? text : [{ text: phoneNumber(phone), bold: true }, `   ${text}`],
  })
  return [
    {
      kind: 'box',
      weight: 'thick',
      space: { before: 8, after: 0 },
      blocks: [
        { kind: 'heading', level: 2, step: 'sub-heading', text: say('plan.cover.alarm'), space: { before: 0, after: 3 } },
        ...(emergency === null
          ? []
          : [
              {
                kind: 'paragraph' as const,
                step: 'table' as const,
                text: [
                  { text: emergency, step: 'alarm-large' as const },
                  `   ${say('plan.cover.immediate-danger', { country: countryName(country, language) })}`,
                ],
              },
            ]),
        ...(authority === null ? [] : [number(authority.phone, authority.name)]),
        ...(coordinator === null ? [] : [number(coordinator.phone, say('plan.cover.coordinator', { name: coordinator.name }))]),
        { kind: 'paragraph', step: 'small', text: say('plan.cover.inform'), space: { before: 3, after: 0 } },
      ],
    },
  ]
}

const wanted: readonly PlanContact['role'][] = ['focal-point', 'partner-officer', 'caregiver', 'guardian', 'escort']

/** At most three whom the alarm box does not name already and who are not the reader. */
export function coverContacts(model: PlanModel, words: Words): readonly Block[] {
  const { say } = words
  const shown = model.contacts
    .filter((contact) => contact.phone !== null && wanted.includes(contact.role) && !isReader(contact, model))
    .toSorted((one, other) => wanted.indexOf(one.role) - wanted.indexOf(other.role))
    .slice(0, 3)
  if (shown.length === 0) return []
  return [
    { kind: 'heading', level: 2, step: 'sub-heading', text: say('plan.cover.contacts'), space: { before: 9, after: 1 } },
    {
      kind: 'table',
      style: 'list',
      columns: [{ width: 'fill' }, { width: 'fit', align: 'end' }],
      rows: shown.map((contact) => ({ cells: [nameAndRole(contact, words), { text: phoneNumber(contact.phone ?? ''), bold: true }] })),
      summary: say('plan.cover.contacts'),
    },
  ]
}

function isReader(contact: PlanContact, { recipient, profile }: PlanModel): boolean {
  return (recipient.name !== null && contact.organisation === recipient.name) || (profile === 'FAMILY' && contact.role === 'caregiver')
}

function nameAndRole({ role, name, organisation, relation }: PlanContact, words: Words): string {
  if (role === 'focal-point' || name === null) return organisation ?? '–'
  if (role === 'partner-officer') return organisation === null ? name : `${name}, ${organisation}`
  if (role === 'caregiver') return `${name}, ${words.relation(relation)}`
  return `${name}, ${words.say(`plan.contacts.role.${role}`).toLocaleLowerCase()}`
}
