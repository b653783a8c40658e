import type { Speech } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import { isTexts } from '../../components/case-fields/use-field.ts'

export const textIn = (record: CaseRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}
export const textsIn = (record: CaseRecord, field: string): readonly string[] => {
  const value = record[field] ?? null
  return isTexts(value) ? value : []
}

/** The residence permits of the catalogue. */
export const permitIds = ['PRM_BT', 'PRM_BT_EXT', 'PRM_TUT', 'PRM_ASY', 'PRM_SOO', 'PRM_EU'] as const

/** Codes as choices, in the words of the record of a case. */
export const stepChoices = ({ t }: Speech, prefix: string, steps: readonly string[]) =>
  steps.map((id) => ({ id, label: t(`${prefix}.${id}`) }))

/** Newest first, as one reads standings. */
export const newestFirst = (one: CaseRecord, other: CaseRecord): number =>
  `${textIn(other, 'happenedOn')} ${textIn(other, 'recordedAt')}`.localeCompare(`${textIn(one, 'happenedOn')} ${textIn(one, 'recordedAt')}`)
