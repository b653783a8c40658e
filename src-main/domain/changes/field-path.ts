import { isRecord } from './json.ts'
import { childOf, escaped, segmentsOf } from './steps.ts'

/** Lists whose items bear a name of their own, and the field that holds it. */
const listKeys: Readonly<Record<string, string>> = {
  people: 'id',
  recipients: 'id',
  documents: 'id',
  tasks: 'id',
  notes: 'id',
  questionnaires: 'id',
  lines: 'id',
  findings: 'factor',
  factors: 'factor',
  alternatives: 'kind',
}

/** The names of a list's items in their order; none where they have none of their own, or where one occurs twice. */
export function itemNames(list: readonly unknown[], listName: string): readonly string[] | undefined {
  const key = Object.hasOwn(listKeys, listName) ? listKeys[listName] : undefined
  if (key === undefined) return undefined
  const names = list.map((item) => (isRecord(item) ? item[key] : undefined))
  if (!names.every((name) => typeof name === 'string')) return undefined
  return new Set(names).size === names.length ? names : undefined
}

/**
 * The place of a field that stays the same when a list grows or shrinks: `/tasks/task-1/title` for `/tasks/0/title`.
 * `document` is the one that the pointer was made against.
 */
export function fieldPathOf(document: unknown, pointer: string, added?: unknown): string {
  let holder = document
  let listName = ''
  const named: string[] = []
  const segments = segmentsOf(pointer) ?? []
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1
    named.push(Array.isArray(holder) ? (nameOfItem(holder, listName, segment, last ? added : undefined) ?? segment) : segment)
    holder = childOf(holder, segment)
    listName = segment
  }
  return named.map((name) => `/${escaped(name)}`).join('')
}

function nameOfItem(list: readonly unknown[], listName: string, index: string, added: unknown): string | undefined {
  if (added !== undefined) return itemNames([added], listName)?.[0]
  return itemNames(list, listName)?.[Number(index)]
}

/** The fields along a path, without the names and numbers of list items: `tasks.title`. */
export function patternOf(path: string): string {
  const kept: string[] = []
  let before = ''
  for (const segment of segmentsOf(path) ?? []) {
    if (!/^\+?\d+$/.test(segment) && !Object.hasOwn(listKeys, before)) kept.push(segment)
    before = segment
  }
  return kept.join('.')
}

/** Whether a field lies at a place or within it. */
export const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)
