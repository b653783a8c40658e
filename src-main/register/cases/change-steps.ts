import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../problem.ts'

/**
 * One step of a change. `path` is a JSON pointer (RFC 6901), `/people/0/role`. Absent `before`: the value is new; absent `after`: it goes.
 * In a list a new value moves the later ones on, and a removed one lets them close up, so the inverse of a step is the same step turned round.
 */
export type ChangeStep = { readonly path: string; readonly before?: unknown; readonly after?: unknown }

type Holder = Record<string, unknown> | unknown[]

function segmentsOf(path: string): string[] {
  if (!path.startsWith('/')) throw new Refusal('change-does-not-fit', { path })
  const segments = path.slice(1).split('/')
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null
}

function holderAt(document: unknown, segments: readonly string[], path: string): Holder {
  let value = document
  for (const segment of segments) {
    if (!isHolder(value) || !Object.hasOwn(value, segment)) throw new Refusal('change-does-not-fit', { path })
    value = Reflect.get(value, segment)
  }
  if (!isHolder(value)) throw new Refusal('change-does-not-fit', { path })
  return value
}

function changeList(list: unknown[], name: string, step: ChangeStep): boolean {
  const index = /^(0|[1-9]\d*)$/.test(name) ? Number(name) : -1
  if (index < 0 || index > list.length) return false
  const adds = step.before === undefined
  if (!adds && (index === list.length || !isDeepStrictEqual(list[index], step.before))) return false
  list.splice(index, adds ? 0 : 1, ...(step.after === undefined ? [] : [structuredClone(step.after)]))
  return true
}

function changeRecord(record: Record<string, unknown>, name: string, step: ChangeStep): boolean {
  if (name === '__proto__') return false
  const before = Object.hasOwn(record, name) ? record[name] : undefined
  if (!isDeepStrictEqual(before, step.before)) return false
  if (step.after === undefined) delete record[name]
  else record[name] = structuredClone(step.after)
  return true
}

/**
 * The document after the steps, in their order; the given one stays untouched. Throws the refusal `change-does-not-fit` where the
 * value before is not what the step says: a change made against something else must not land.
 */
export function applySteps(document: unknown, steps: readonly ChangeStep[]): unknown {
  const changed: unknown = structuredClone(document)
  for (const step of steps) {
    const segments = segmentsOf(step.path)
    const name = segments.pop() ?? ''
    const holder = holderAt(changed, segments, step.path)
    const fits = Array.isArray(holder) ? changeList(holder, name, step) : changeRecord(holder, name, step)
    if (!fits) throw new Refusal('change-does-not-fit', { path: step.path })
  }
  return changed
}
