import type { Result } from '../result.ts'
import { copyOf, isRecord, type JsonRecord, own, sameValue } from './json.ts'

/**
 * One step of a change. `path` is a JSON pointer (RFC 6901), `/people/0/role`. Absent `before`: the value is new; absent `after`: it goes.
 * In a list a new value moves the later ones on, and a removed one lets them close up, so the inverse of a step is the same step turned round.
 */
export type ChangeStep = { readonly path: string; readonly before?: unknown; readonly after?: unknown }

/** A step that was made against something else than what stands here. */
export type Misfit = { readonly path: string }

export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The names along a pointer, unescaped; none where it does not begin with a slash. */
export function segmentsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands under a name, in a list under its index; nothing where there is no such place. */
export function childOf(holder: unknown, name: string): unknown {
  if (Array.isArray(holder)) return /^(0|[1-9]\d*)$/.test(name) ? holder[Number(name)] : undefined
  return isRecord(holder) ? own(holder, name) : undefined
}

function changeList(list: unknown[], name: string, step: ChangeStep): boolean {
  const index = /^(0|[1-9]\d*)$/.test(name) ? Number(name) : -1
  if (index < 0 || index > list.length) return false
  const adds = step.before === undefined
  if (!adds && (index === list.length || !sameValue(list[index], step.before))) return false
  list.splice(index, adds ? 0 : 1, ...(step.after === undefined ? [] : [copyOf(step.after)]))
  return true
}

function changeRecord(record: JsonRecord, name: string, step: ChangeStep): boolean {
  if (name === '__proto__') return false
  if (!sameValue(own(record, name), step.before)) return false
  if (step.after === undefined) delete record[name]
  else record[name] = copyOf(step.after)
  return true
}

function applyStep(document: unknown, step: ChangeStep): boolean {
  const segments = segmentsOf(step.path)
  const name = segments?.at(-1)
  if (segments === undefined || name === undefined) return false
  const holder = segments.slice(0, -1).reduce(childOf, document)
  if (Array.isArray(holder)) return changeList(holder, name, step)
  return isRecord(holder) && changeRecord(holder, name, step)
}

/**
 * The document after the steps, in their order; the given one stays untouched. A step whose value before is not what stands there is a
 * misfit: a change made against something else must not land.
 */
export function applySteps(document: unknown, steps: readonly ChangeStep[]): Result<unknown, Misfit> {
  const changed = copyOf(document)
  const misfit = steps.find((step) => !applyStep(changed, step))
  return misfit === undefined ? { ok: true, value: changed } : { ok: false, error: { path: misfit.path } }
}
