import type { GatedAct } from '../catalogue/gates.ts'
import type { ResumptionNeed } from './pause.ts'
import type { Readiness } from './readiness.ts'

/** The safeguard that a paused case works on: first the child is heard again. */
const resumption = { talk: 'G04', declaration: 'G05', decision: 'G05' } as const satisfies Record<ResumptionNeed, string>

export type NextStep = { readonly gate: string; readonly act: GatedAct }

/**
 * The safeguard to work on next, for the nearest act not yet permitted. Secrecy goes before anything that is sent to others.
 * @source Hemväg rule: first what other steps wait for
 */
export function nextStep(readiness: Readiness): NextStep | undefined {
  if (readiness.pause !== undefined) return { gate: resumption[readiness.pause.missing[0] ?? 'decision'], act: 'export' }
  const acts = ['export', 'book', 'confirm'] as const
  for (const act of acts) {
    const blocking = readiness.gates.filter((each) => each.blocks.includes(act))
    const first = blocking.find((each) => each.gate.perRecipient === true) ?? blocking[0]
    if (first !== undefined) return { gate: first.gate.id, act }
  }
  return undefined
}
