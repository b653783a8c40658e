import type { CaseFile } from '../case/case-file.ts'
import type { Fact } from '../case/fact.ts'
import { later } from '../dates.ts'
import { known } from './facts.ts'
import { lastStoppingNo } from './refusals.ts'

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
 * declaration, both dated after the withdrawal, and a manager's decision made when both were there.
 * @source Hemväg rule; NRM manual step 6: the return may be cancelled at any time
 */
export function pauseOn(caseFile: CaseFile, on: string): Pause | undefined {
  const stop = lastStoppingNo(caseFile, on)
  if (stop === undefined) return undefined
  const after = <F extends Fact>(facts: readonly F[]) => known(facts, on).filter((fact) => fact.happenedOn > stop.on)
  const given = after(caseFile.returnDeclarations).filter((each) => each.step === 'given')
  const talked = after(caseFile.talks)[0]?.happenedOn
  const child = given.find((each) => each.by.includes('child'))?.happenedOn
  const representative = given.find((each) => each.by.some((voice) => voice !== 'child'))?.happenedOn
  const declared = child === undefined || representative === undefined ? undefined : later(child, representative)
  const ready = talked === undefined || declared === undefined ? undefined : later(talked, declared)
  const decided = ready !== undefined && after(caseFile.resumptions).some((each) => each.happenedOn >= ready)
  if (decided) return undefined
  const missing: ResumptionNeed[] = []
  if (talked === undefined) missing.push('talk')
  if (declared === undefined) missing.push('declaration')
  return { since: stop.on, because: stop.because, by: stop.by, missing: [...missing, 'decision'] }
}
