import type { Result } from '../result.ts'
import { itemNames } from './field-path.ts'
import { isRecord, sameValue } from './json.ts'
import { applySteps, type ChangeStep, childOf, escaped, type Misfit, segmentsOf } from './steps.ts'

/**
 * One field that is to become another value. `at` names list items as people and history do, `/tasks/task-1/title`; `/tasks/+` is a new item
 * at the end. Without a value the field, or the item, goes.
 */
export type Edit = { readonly at: string; readonly value?: unknown }

/** The name that stands in a document for a name along a path: an item's own name becomes its index. */
function placeIn(holder: unknown, listName: string, name: string): string {
  if (!Array.isArray(holder)) return name
  if (name === '+') return String(holder.length)
  const at = itemNames(holder, listName)?.indexOf(name) ?? -1
  return at < 0 ? name : String(at)
}

/** What stands at a path that names list items by their own names; nothing where there is no such place. */
export function valueAt(document: unknown, at: string): unknown {
  let holder = document
  let listName = ''
  for (const name of segmentsOf(at) ?? []) {
    holder = childOf(holder, placeIn(holder, listName, name))
    listName = name
  }
  return holder
}

/** The step of one edit. What should hold the field and is not there yet comes with it. */
function stepOf(document: unknown, { at, value }: Edit): ChangeStep {
  const segments = segmentsOf(at) ?? []
  let holder = document
  let listName = ''
  let path = ''
  for (const [index, name] of segments.entries()) {
    const place = placeIn(holder, listName, name)
    path += `/${escaped(place)}`
    const before = childOf(holder, place)
    const rest = segments.slice(index + 1)
    if (before === undefined || rest.length === 0) return step(path, before, within(rest, value))
    holder = before
    listName = name
  }
  return { path }
}

const within = (names: readonly string[], value: unknown): unknown =>
  value === undefined ? undefined : names.reduceRight((inner, name) => (name === '+' ? [inner] : { [name]: inner }), value)

const step = (path: string, before: unknown, after: unknown): ChangeStep => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

/** The steps that make the edits one after another; those that change nothing fall away. `now` fills in when something was recorded. */
export function stepsOfEdits(document: unknown, edits: readonly Edit[], now: string): Result<readonly ChangeStep[], Misfit> {
  const steps: ChangeStep[] = []
  let current = document
  for (const edit of edits) {
    const made = stepOf(current, { at: edit.at, value: recorded(edit.value, now) })
    if (sameValue(made.before, made.after)) continue
    const applied = applySteps(current, [made])
    if (!applied.ok) return applied
    current = applied.value
    steps.push(made)
  }
  return { ok: true, value: steps }
}

/** Who writes has no clock of the register: `now` stands for the moment at which it is recorded. */
const recorded = (value: unknown, now: string): unknown =>
  isRecord(value) && value['recordedAt'] === 'now' ? { ...value, recordedAt: now } : value
