import type { ReturnDeclaration } from '../case/consent.ts'
import { addDays, later } from '../dates.ts'
import { type Context, isProven, known, latest } from './facts.ts'
import type { Answer, Finding } from './findings.ts'

export type ConsentResult = {
  readonly finding: Finding
  /** Last day on which both child and representative said yes. */
  readonly confirmedOn: string | undefined
  /** Last day of departure that this confirmation carries. */
  readonly carriesThrough: string | undefined
}

/**
 * The declaration of voluntary return: the child and a representative have both said yes since the last no.
 * @source NRM manual step 6; confirmation within the last days before departure is a Hemväg rule (catalogue G05)
 */
export function assessConsent(context: Context): ConsentResult {
  const no = refusal(context)
  const since = known(context.caseFile.returnDeclarations, context.on).filter(
    (each) => saysYes(each) && (no === undefined || each.happenedOn > no.on),
  )
  const proven = since.filter((each) => each.step === 'confirmed' || isProven(context, each))
  const child = latest(proven.filter((each) => each.by.includes('child')))
  const representative = latest(proven.filter((each) => each.by.includes('guardian') || each.by.includes('custodian')))
  const given = proven.some((each) => each.step === 'given')
  if (child === undefined || representative === undefined || !given)
    return { finding: notYet(no, since, context), confirmedOn: undefined, carriesThrough: undefined }
  const first = later(firstDay(proven, 'child'), firstDay(proven, 'representative'))
  const confirmedOn = child.happenedOn < representative.happenedOn ? child.happenedOn : representative.happenedOn
  const days = context.gate.reconfirmDaysBeforeDeparture
  return {
    finding: { answers: [...(no === undefined ? [] : [no]), { says: 'yes', on: first }] },
    confirmedOn,
    carriesThrough: days === undefined ? undefined : addDays(confirmedOn, days),
  }
}

const saysYes = (each: ReturnDeclaration): boolean => each.step === 'given' || each.step === 'confirmed'

function firstDay(declarations: readonly ReturnDeclaration[], voice: 'child' | 'representative'): string {
  const speaks = (each: ReturnDeclaration) => (voice === 'child' ? each.by.includes('child') : each.by.some((by) => by !== 'child'))
  return (
    declarations
      .filter(speaks)
      .map((each) => each.happenedOn)
      .toSorted()[0] ?? ''
  )
}

/** The latest no: withdrawn, spoken on the travel day, or said in a talk. A child's no is never overridden (STOP5). */
function refusal({ caseFile, on }: Context): (Answer & { says: 'no' }) | undefined {
  const withdrawn = known(caseFile.returnDeclarations, on)
    .filter((each) => each.step === 'withdrawn' || each.step === 'spoken-no')
    .map((each) => ({ on: each.happenedOn, code: each.step === 'withdrawn' ? ('withdrawn' as const) : ('child-says-no' as const) }))
  const said = known(caseFile.talks, on).filter((talk) => talk.wantsToReturn === 'no')
  const all = [...withdrawn, ...said.map((talk) => ({ on: talk.happenedOn, code: 'child-says-no' as const }))]
  const last = all.toSorted((one, other) => (`${one.on}${one.code}` < `${other.on}${other.code}` ? -1 : 1)).at(-1)
  return last === undefined ? undefined : { says: 'no', on: last.on, reason: { code: last.code, values: { date: last.on } } }
}

function notYet(no: Answer | undefined, since: readonly ReturnDeclaration[], context: Context): Finding {
  const begun = since.some((each) => each.step === 'given' && !isProven(context, each))
    ? ({ code: 'evidence-missing', values: { document: context.gate.evidence } } as const)
    : since.length > 0
      ? ({ code: 'one-voice-missing' } as const)
      : undefined
  return { answers: no === undefined ? [] : [no], begun }
}
