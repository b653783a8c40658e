import type { RecordRow } from '#domain/access-request/record-for.ts'
import { codeKeys } from '#domain/changes/code-words.ts'
import { dataDate } from '../plan/formats.ts'
import type { Words } from '../plan/words.ts'

/** What a field is called; one that has no word yet is shown by its own name rather than left out. */
export const fieldName = ({ say, has }: Words, field: string): string =>
  has(`record.field.${field}`) ? say(`record.field.${field}`) : field

const coded = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

/** A value as people read it: codes by their word, days written out, what somebody typed as it was typed. */
export function valueText(words: Words, { field, value }: RecordRow): string {
  const { say, has, language, typed } = words
  if (typeof value === 'boolean') return say(value ? 'record.yes' : 'record.no')
  if (typeof value === 'number') return String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dataDate(value, language)
  if (!coded.test(value)) return typed(value)
  const key = codeKeys(field, value).find(has)
  return key === undefined ? typed(value) : say(key)
}
