import type { CaseFile } from '../case/case-file.ts'
import type { Fact } from '../case/fact.ts'
import { known, latest } from './facts.ts'

export type Pause = {
  readonly since: string
  readonly because: 'withdrawn' | 'spoken-no'
  readonly by: readonly string[]
  readonly missing: readonly ResumptionNeed[]
}

/** What a paused case still needs before it goes on. */
export type ResumptionNeed = 'talk' | 'declaration' | 'decision'

/**
 * A withdrawn declaration, or a no on the travel day, pauses the case. It goes on only with a talk with the child and a new
 * declaration, both dated after the withdrawal, and a manager's decision.
 * @source Hemväg rule; NRM manual step 6: the return may be cancelled at any time
 */
export function pauseOn(caseFile: CaseFile, on: string): Pause | undefined {
  const declarations = known(caseFile.returnDeclarations, on)
  const stop = latest(declarations.filter((each) => each.step === 'withdrawn' || each.step === 'spoken-no'))
  if (stop === undefined) return undefined
  const since = stop.happenedOn
  const after = <F extends Fact>(facts: readonly F[]) => known(facts, on).filter((fact) => fact.happenedOn > since)
  const given = after(caseFile.returnDeclarations).filter((each) => each.step === 'given')
  const voices = given.flatMap((each) => each.by)
  const talk = latest(after(caseFile.talks))
  const missing: ResumptionNeed[] = []
  if (talk === undefined) missing.push('talk')
  if (!voices.includes('child') || !voices.some((voice) => voice !== 'child')) missing.push('declaration')
  const ready = [talk?.happenedOn, ...given.map((each) => each.happenedOn)]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
  const decided = after(caseFile.resumptions).some((each) => ready !== undefined && each.happenedOn >= ready)
  if (missing.length > 0 || !decided) missing.push('decision')
  return missing.length === 0
    ? undefined
    : { since, because: stop.step === 'withdrawn' ? 'withdrawn' : 'spoken-no', by: stop.by.toSorted(), missing }
}

/** Day of the last withdrawal or spoken no, whether or not the case has been resumed since. */
export const lastWithdrawal = (caseFile: CaseFile, on: string): string | undefined =>
  latest(known(caseFile.returnDeclarations, on).filter((each) => each.step === 'withdrawn' || each.step === 'spoken-no'))?.happenedOn
