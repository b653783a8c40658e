import { labelOf } from '#domain/changes/labels.ts'
import { sentence } from './reasons.ts'
import type { Speech } from './text.ts'

/** A field as people name it: the part of the case, the item where the catalogue names it, and the field. */
export function fieldName({ tOr }: Speech, path: string): string {
  const { part, item, field } = labelOf(path)
  return [part, item, field].flatMap((key) => (key === undefined ? [] : tOr([key]))).join(', ')
}

/** A value as people read it: days and moments written out, codes in words where there are some. */
export function valueWords({ t, day, when, has }: Speech, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return when(value)
  return has(`value.${value}`) ? t(`value.${value}`) : value
}

/** What was done, in words; an action of a newer program in general ones. */
export const actionWords = ({ tOr }: Speech, action: string): string => sentence(tOr([`journal.action.${action}`, 'journal.action.other']))
