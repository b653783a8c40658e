import type { Json } from '../../app/editing/case-editing.tsx'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'

const isRecord = (value: Json): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records of a list of the case. */
export const recordsAt = (held: Json): readonly CaseRecord[] => (Array.isArray(held) ? held : []).filter(isRecord)

/** Anything of a record that is text; nothing where it is not. */
export const textIn = (record: CaseRecord, field: string): string | undefined => {
  const value = record[field]
  return typeof value === 'string' ? value : undefined
}
