import type { ReturnDeclaration } from '../case/consent.ts'
import { addDays, earlier, later } from '../dates.ts'
import { type Context, isProven, known, latest } from './facts.ts'
import type { Answer, Finding, Reason } from './findings.ts'
import { lastStoppingNo } from './refusals.ts'

export type ConsentResult = {
  readonly finding: Finding
  /** Last day of departure that the latest confirmation by both carries. */
  readonly carriesThrough: string | undefined
}

type Voice = 'child' | 'representative'

/**
 * The declaration of voluntary return: child and representative have both signed one since the last no, and said yes again since.
 * A custodian speaks only where the case has one.
 * @source NRM manual step 6; confirmation within the last days before departure is a Hemväg rule (catalogue G05)
 */
export function assessConsent(context: Context): ConsentResult {
  const no = refusal(context)
  const since = known(context.caseFile.returnDeclarations, context.on).filter(
    (each) => (each.step === 'given' || each.step === 'confirmed') && (no === undefined || each.happenedOn > no.on),
  )
  const speaks = (voice: Voice) => (each: ReturnDeclaration) =>
    voice === 'child' ? each.by.includes('child') : isRepresented(context, each)
  const signed = since.filter((each) => each.step === 'given' && isProven(context, each))
  const [child, representative] = [signed.find(speaks('child')), signed.find(speaks('representative'))]
  const refused = no === undefined ? [] : [no]
  if (child === undefined || representative === undefined)
    return { finding: { answers: refused, begun: begunWith(context, since) }, carriesThrough: undefined }
  const confirmed = since.filter((each) => each.step === 'confirmed' || signed.includes(each))
  const lastOf = (voice: Voice) => latest(confirmed.filter(speaks(voice)))?.happenedOn ?? ''
  const days = context.gate.reconfirmDaysBeforeDeparture
  return {
    finding: { answers: [...refused, { says: 'yes', on: later(child.happenedOn, representative.happenedOn) }] },
    carriesThrough: days === undefined ? undefined : addDays(earlier(lastOf('child'), lastOf('representative')), days),
  }
}

function isRepresented({ caseFile }: Context, { by }: ReturnDeclaration): boolean {
  return by.includes('guardian') || (by.includes('custodian') && caseFile.people.some((person) => person.custodian))
}

/** The latest no: one that stopped the return, or one said in a talk. A child's no is never overridden (STOP5). */
function refusal({ caseFile, on }: Context): (Answer & { says: 'no' }) | undefined {
  const stopped = lastStoppingNo(caseFile, on)
  const said = latest(known(caseFile.talks, on).filter((talk) => talk.wantsToReturn === 'no'))
  if (said !== undefined && (stopped === undefined || said.happenedOn >= stopped.on)) return saysNo(said.happenedOn, 'child-says-no')
  return stopped === undefined ? undefined : saysNo(stopped.on, stopped.because === 'withdrawn' ? 'withdrawn' : 'child-says-no')
}

const saysNo = (on: string, code: 'withdrawn' | 'child-says-no') => ({ says: 'no', on, reason: { code, values: { date: on } } }) as const

function begunWith(context: Context, since: readonly ReturnDeclaration[]): Reason | undefined {
  if (since.some((each) => each.step === 'given' && !isProven(context, each)))
    return { code: 'evidence-missing', values: { document: context.gate.evidence } }
  return since.length > 0 ? { code: 'one-voice-missing' } : undefined
}
