import type { Readiness } from '../readiness/readiness.ts'
import type { CaseFile } from './case-file.ts'

/** The nine phases of a case. @source domain 1.2 */
export const casePhases = [
  'PH1_REFERRAL',
  'PH2_PROTECTION',
  'PH3_ASSESS',
  'PH4_DECISION',
  'PH5_PLAN',
  'PH6_PREPARE',
  'PH7_TRAVEL',
  'PH8_REINTEGRATE',
  'PH9_CLOSE',
] as const
export type CasePhase = (typeof casePhases)[number]

/** What must stand before a case leaves each phase. */
const exits: readonly (readonly [CasePhase, readonly string[]])[] = [
  ['PH2_PROTECTION', ['G01']],
  ['PH3_ASSESS', ['G04', 'G06', 'G07', 'G08', 'G09']],
  ['PH4_DECISION', ['G02', 'G03', 'G10']],
  ['PH5_PLAN', ['G13', 'G14']],
]

/** The phase a case is in, derived from what has been done; nobody sets it by hand. */
export function phaseOf(caseFile: CaseFile, readiness: Readiness): CasePhase {
  const handovers = caseFile.travel.handovers.filter((each) => each.happenedOn <= readiness.on)
  if (handovers.some((each) => each.status === 'handed-over')) return 'PH8_REINTEGRATE'
  if (handovers.some((each) => each.status === 'in-transit')) return 'PH7_TRAVEL'
  const standing = new Set(readiness.gates.filter((each) => each.metOn !== undefined).map((each) => each.gate.id))
  const current = exits.find(([, gates]) => gates.some((gate) => !standing.has(gate)))
  return current?.[0] ?? 'PH6_PREPARE'
}
