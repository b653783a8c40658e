import type { CaseFile } from '../case/case-file.ts'
import { addDays } from '../dates.ts'
import type { Stored } from './bound.ts'
import type { Definition } from './definition.ts'

/** A filled form of a case, wherever it stands. */
export type Filling = Stored & {
  readonly index: number
  readonly form: string
  readonly startedOn: string
  /** The day it was signed off or decided, and by whom. */
  readonly signedOff: { readonly on: string; readonly by: string | null } | null
}

/** The fillings of a form in the order in which they were begun, all its versions. */
export function fillingsOf(caseFile: CaseFile, { id, target }: Pick<Definition, 'id' | 'target'>): readonly Filling[] {
  return allOf(caseFile, target).filter(({ form }) => form.slice(0, form.lastIndexOf('@')) === id)
}

function allOf(caseFile: CaseFile, target: Definition['target']): readonly Filling[] {
  const list = target === 'answers' ? (caseFile.questionnaires ?? []) : caseFile[target]
  return list.map((value, index) => ({
    at: `/${target === 'answers' ? 'questionnaires' : target}/${index}`,
    index,
    value,
    form: value.form,
    startedOn: 'startedOn' in value ? value.startedOn : value.happenedOn,
    signedOff: signedOffOf(value),
  }))
}

type Value = NonNullable<CaseFile['questionnaires']>[number] | CaseFile['riskAssessments'][number] | CaseFile['bestInterests'][number]

function signedOffOf(value: Value): Filling['signedOff'] {
  if ('panel' in value)
    return value.decision === undefined ? null : { on: value.decision.decidedOn, by: value.panel.find(({ chair }) => chair)?.name ?? null }
  return value.signedOff === undefined ? null : { on: value.signedOff.happenedOn, by: value.signedOff.by }
}

export const draftOf = (fillings: readonly Filling[]): Filling | undefined => fillings.findLast(({ signedOff }) => signedOff === null)
export const signedOf = (fillings: readonly Filling[]): Filling | undefined => fillings.findLast(({ signedOff }) => signedOff !== null)

/** The last day on which the newest signed-off filling holds; a decision says itself when it is to be examined again. */
export function dueAgain(filling: Filling | undefined, caseFile: CaseFile, renewAfterDays: number | null): string | null {
  if (filling?.signedOff === undefined || filling.signedOff === null) return null
  const decision = filling.at.startsWith('/bestInterests/') ? caseFile.bestInterests[filling.index]?.decision : undefined
  if (decision !== undefined) return decision.reviewBy ?? null
  return renewAfterDays === null ? null : addDays(filling.signedOff.on, renewAfterDays)
}
