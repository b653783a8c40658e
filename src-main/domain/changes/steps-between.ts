import { isRecord, own, sameValue } from './json.ts'
import { type ChangeStep, escaped } from './steps.ts'

function stepsInRecord(before: Record<string, unknown>, after: Record<string, unknown>, path: string): ChangeStep[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => stepsAt(own(before, name), own(after, name), `${path}/${escaped(name)}`))
}

/** Equal ends stay; what lies between is changed in place, then shortened from its end or lengthened. */
function stepsInList(before: readonly unknown[], after: readonly unknown[], path: string): ChangeStep[] {
  let head = 0
  while (head < Math.min(before.length, after.length) && sameValue(before[head], after[head])) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && sameValue(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const removed = before.slice(head, before.length - tail)
  const added = after.slice(head, after.length - tail)
  const steps: ChangeStep[] = []
  for (let at = 0; at < Math.min(removed.length, added.length); at += 1)
    steps.push(...stepsAt(removed[at], added[at], `${path}/${head + at}`))
  for (let at = removed.length - 1; at >= added.length; at -= 1) steps.push({ path: `${path}/${head + at}`, before: removed[at] })
  for (let at = removed.length; at < added.length; at += 1) steps.push({ path: `${path}/${head + at}`, after: added[at] })
  return steps
}

function stepsAt(before: unknown, after: unknown, path: string): ChangeStep[] {
  if (sameValue(before, after)) return []
  if (isRecord(before) && isRecord(after)) return stepsInRecord(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return stepsInList(before, after, path)
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
}

/** The smallest steps that lead from one document to another: `applySteps(before, stepsBetween(before, after))` equals `after`. */
export function stepsBetween(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): ChangeStep[] {
  return stepsInRecord(before, after, '')
}

/** The steps that undo the given ones. */
export function inverseOf(steps: readonly ChangeStep[]): ChangeStep[] {
  return steps.toReversed().map(({ path, before, after }) => ({
    path,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }))
}
