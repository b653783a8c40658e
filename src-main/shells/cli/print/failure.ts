import type { Failure } from '#contract/operations.ts'
import type { Terminal } from '../terminal.ts'
import { troubleLines } from './trouble.ts'

/** An expected failure in words: what is wrong, where, what to do; each fault of a file on a line of its own. */
export function failureLines(failure: Failure, terminal: Terminal): readonly string[] {
  if (failure.safe !== undefined) return troubleLines(failure, failure.safe, terminal)
  const { text } = terminal
  const gates = (failure.remains?.gates ?? []).map((gate) => `  ${gate} ${text(`gate.${gate}`)}`)
  const obstacles = (failure.remains?.obstacles ?? []).map((obstacle) => `  ${text(`readiness.obstacle.${obstacle}`)}`)
  const faults = (failure.faults ?? []).map((fault) => `  ${fault.path}: ${text(fault.messageKey, fault.values)}`)
  return [text(failure.messageKey, failure.values), ...obstacles, ...gates, ...faults]
}
