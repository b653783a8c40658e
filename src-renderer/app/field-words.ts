import { codeKeys } from '#domain/changes/code-words.ts'
import { patternOf } from '#domain/changes/field-path.ts'
import { labelOf } from '#domain/changes/labels.ts'
import { sentence } from './reasons.ts'
import type { Speech } from './text.ts'

/** A field as people name it: the part of the case, the item where the catalogue names it, and the field. */
export function fieldName({ tOr }: Speech, path: string): string {
  const { part, item, field } = labelOf(path)
  return [part, item, field].flatMap((key) => (key === undefined ? [] : tOr([key]))).join(', ')
}

const coded = /^[A-Za-z0-9][A-Za-z0-9_ -]{0,39}$/

/** A value as people read it: days and moments written out, codes by the words of the catalogue, also several of them. */
export function valueWords(speech: Speech, value: string, path: string): string {
  const { t, day, when, has } = speech
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return when(value)
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'editing.yes' : 'editing.no')
  const field = patternOf(path).split('.').at(-1) ?? ''
  const word = (code: string): string | undefined => {
    const key = coded.test(code) ? codeKeys(field, code).find(has) : undefined
    return key === undefined ? undefined : t(key)
  }
  const words = value.split(', ').map(word)
  return words.every((each) => each !== undefined) ? words.join(', ') : value
}

/** What was done, in words; an action of a newer program in general ones. */
export const actionWords = ({ tOr }: Speech, action: string): string => sentence(tOr([`journal.action.${action}`, 'journal.action.other']))
