import type { PersonView } from '#contract/views.ts'
import type { Json } from '../../app/editing/case-editing.tsx'
import { roleOf } from '../../app/roles.ts'
import type { Speech } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import type { Overview } from '../../components/screen.tsx'

/** Anything of a record that is text; nothing where it is not. */
export const textOf = (record: CaseRecord, field: string): string | undefined => {
  const value = record[field]
  return typeof value === 'string' ? value : undefined
}

/** A person by role and place; by name while names are shown. */
export function personWords(speech: Speech, people: readonly PersonView[], id: string): string {
  const person = people.find((each) => each.id === id)
  if (person === undefined) return speech.t('tasks.unknownPerson')
  const place = person.organisation ?? person.town
  return [person.name ?? roleOf(speech, person), place].filter((part) => part !== null).join(', ')
}

/** Where a task comes from, as one word with its id: `safeguard:G11`. */
export function sourceId(held: Json): string {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return ''
  return `${held['kind']}:${held['id']}`
}

export function sourceOf(id: string): { [name: string]: string } {
  const at = id.indexOf(':')
  return { kind: id.slice(0, at), id: id.slice(at + 1) }
}

const labelKeys: Readonly<Record<string, string>> = {
  safeguard: 'gate.short',
  measure: 'risk-factor',
  flag: 'red-flag',
  deadline: 'deadline',
  document: 'document-type',
}

export function sourceWords({ t, has }: Speech, source: string): string {
  const { kind = '', id = '' } = sourceOf(source)
  const key = `${labelKeys[kind]}.${id}`
  return t(`tasks.source.${kind}`, { what: has(key) ? t(key) : id })
}

/** What a task can be said to come from: the safeguards and deadlines of the case. */
export function sources(speech: Speech, overview: Overview): readonly { readonly id: string; readonly label: string }[] {
  const ids = [
    ...overview.readiness.gates.map(({ id }) => `safeguard:${id}`),
    ...overview.deadlines.filter(({ state }) => state !== 'done' && state !== 'ended').map(({ id }) => `deadline:${id}`),
  ]
  return [...new Set(ids)].map((id) => ({ id, label: sourceWords(speech, id) }))
}
