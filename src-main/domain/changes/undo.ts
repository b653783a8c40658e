import { isRecord } from './json.ts'
import type { ChangeStep } from './steps.ts'
import { applySteps } from './steps.ts'
import { inverseOf, stepsBetween } from './steps-between.ts'
import { mergeOver } from './three-way.ts'

/** A change as the journal keeps it. `undoes` and `redoes` name the operation that this one turned round. */
export type MadeChange = {
  readonly operationId: string
  readonly actor: string
  readonly action: string
  /** The version of the case that it made. */
  readonly version: number
  readonly steps: readonly ChangeStep[]
  readonly undoes?: string | undefined
  readonly redoes?: string | undefined
}

/** What is to be turned round: the change itself or its last repetition, and the operation that the person once did. */
export type Turn = { readonly change: MadeChange; readonly original: string }

/** The newest change of a person that is not undone. `changes` come newest first. */
export function changeToUndo(changes: Iterable<MadeChange>, person: string): Turn | undefined {
  const undone = new Set<string>()
  for (const change of changes) {
    if (change.actor !== person) continue
    const original = change.undoes ?? change.redoes ?? change.operationId
    if (undone.has(original)) continue
    if (change.undoes === undefined) return { change, original }
    undone.add(original)
  }
  return undefined
}

/** The undoing that was made last and not taken back. A new change of the person's leaves nothing to take back. */
export function changeToRedo(changes: Iterable<MadeChange>, person: string): Turn | undefined {
  const redone = new Set<string>()
  for (const change of changes) {
    if (change.actor !== person) continue
    if (change.redoes !== undefined) redone.add(change.redoes)
    else if (change.undoes === undefined) return undefined
    else if (!redone.has(change.undoes)) return { change, original: change.undoes }
  }
  return undefined
}

export type Turned =
  | { readonly kind: 'steps'; readonly steps: readonly ChangeStep[]; readonly paths: readonly string[] }
  /** Somebody has changed the same fields since. */
  | { readonly kind: 'overtaken'; readonly paths: readonly string[] }

/** The steps that take a change back out of the document as it stands. `made` is the document that the change made. */
export function turnRound(steps: readonly ChangeStep[], made: unknown, now: unknown): Turned {
  const before = applySteps(made, inverseOf(steps))
  if (!before.ok) return { kind: 'overtaken', paths: [before.error.path] }
  const { rows, merged } = mergeOver(made, before.value, now, () => true)
  const touched = rows.filter((row) => row.standing !== 'apart')
  if (touched.length > 0) return { kind: 'overtaken', paths: touched.map((row) => row.path) }
  if (!isRecord(now) || !isRecord(merged)) return { kind: 'overtaken', paths: [] }
  return { kind: 'steps', steps: stepsBetween(now, merged), paths: rows.map((row) => row.path) }
}
