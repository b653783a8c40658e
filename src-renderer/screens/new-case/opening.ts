import type { Input, Output } from '#contract/operations.ts'

type Opening = Input<'case.create'>
export type Office = NonNullable<Output<'case.office'>['office']>

/** What a person has written so far. */
export type Draft = {
  readonly alias: string
  readonly diaryNumber: string
  readonly born: string
  readonly standing: Opening['birthDate']['standing']
  readonly foundOn: string
  readonly foundBy: Opening['foundBy']
  readonly municipality: string
  readonly office: Office
}

export const standings = ['stated', 'verified', 'disputed'] as const satisfies readonly Draft['standing'][]
export const officeTypes = ['social-services', 'state-agency', 'other'] as const satisfies readonly Office['type'][]

export const emptyDraft = (today: string): Draft => ({
  alias: '',
  diaryNumber: '',
  born: '',
  standing: 'stated',
  foundOn: today,
  foundBy: 'social-services',
  municipality: '',
  office: { type: 'social-services', name: '', unit: '' },
})

export type FieldName = 'alias' | 'born' | 'foundOn' | 'municipality' | 'officeName' | 'officeUnit'

/** Whether text is a day that exists, `2011-03-14`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T12:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** What still stands in the way of opening the case, in the order of the form; each has the message `new-case.wrong.<field>`. */
export function missingIn({ alias, born, foundOn, municipality, office }: Draft, today: string): readonly FieldName[] {
  const wrong: Readonly<Record<FieldName, boolean>> = {
    alias: alias.trim() === '',
    born: !isDay(born) || born > today,
    foundOn: !isDay(foundOn) || foundOn > today || (isDay(born) && foundOn < born),
    municipality: !/^\d{4}$/.test(municipality),
    officeName: office.name.trim() === '',
    officeUnit: office.unit.trim() === '',
  }
  return fields.filter((field) => wrong[field])
}
const fields: readonly FieldName[] = ['alias', 'born', 'foundOn', 'municipality', 'officeName', 'officeUnit']

export function openingOf(draft: Draft): Omit<Opening, 'operationId'> {
  const diaryNumber = draft.diaryNumber.trim()
  const { type, name, unit } = draft.office
  return {
    alias: draft.alias.trim(),
    ...(diaryNumber === '' ? {} : { diaryNumber }),
    birthDate: { value: draft.born, standing: draft.standing },
    foundOn: draft.foundOn,
    foundBy: draft.foundBy,
    municipality: draft.municipality,
    office: { type, name: name.trim(), unit: unit.trim() },
  }
}
