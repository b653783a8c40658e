import type { CaseFile } from '../case/case-file.ts'
import type { Gate } from '../catalogue/gates.ts'
import { pauseOn } from './pause.ts'

type Override = CaseFile['overrides'][number]

/**
 * Whether a manager's decision sets the safeguard aside on a day: it was made by then and not while the case was paused, its last day
 * is not over, and it was not taken back.
 * @source Hemväg rule
 */
export function isInForce(caseFile: CaseFile, override: Override, gate: Gate, on: string): boolean {
  const { gate: of, happenedOn, until, restored } = override
  if (of !== gate.id || gate.kind === 'hard' || gate.override !== 'manager-with-reason') return false
  if (happenedOn > on || (until !== undefined && until < on) || (restored !== undefined && restored.happenedOn <= on)) return false
  return pauseOn(caseFile, happenedOn) === undefined
}
