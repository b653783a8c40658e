import type { Gate, GatedAct } from '../catalogue/gates.ts'
import { addDays, earlier } from '../dates.ts'
import { assessConsent } from './consent.ts'
import { type Context, known } from './facts.ts'
import type { Answer, Finding, Reason } from './findings.ts'
import { gateRules } from './gate-rules.ts'
import { isInForce } from './overrides.ts'

/** `reconfirm` is met for export and booking, but must be said again before departure. */
export type GateState = 'met' | 'reconfirm' | 'open' | 'expired' | 'overridden' | 'not-applicable'

/** Begun or not, or examined and answered no. */
export type Work = 'none' | 'begun' | 'answered-no' | 'done'

export type Act = GatedAct | 'start'

/** All that the window, the plan, the command line and the reminders need to know of one safeguard on one day. */
export type GateStatus = {
  readonly gate: Gate
  readonly state: GateState
  readonly work: Work
  /** Acts that this safeguard stands in the way of. */
  readonly blocks: readonly Act[]
  readonly metOn: string | undefined
  /** Last day on which it holds; undefined when it does not run out. */
  readonly validThrough: string | undefined
  /** First day from which a renewal would still hold on the day of departure. */
  readonly renewFrom: string | undefined
  readonly reason: Reason | undefined
}

type Standing = Pick<GateStatus, 'state' | 'work' | 'metOn' | 'validThrough' | 'renewFrom' | 'reason'>

/** The standing of one safeguard on the day asked about. */
export function gateStatus(context: Context): GateStatus {
  const standing = setAside(context, withReconfirmation(context, stand(context, gateRules[context.gate.id]?.(context) ?? { answers: [] })))
  return { gate: context.gate, ...standing, blocks: blockedActs(context, standing) }
}

function stand(context: Context, { answers, begun }: Finding): Standing {
  const lastNo = answers
    .filter((answer) => answer.says === 'no')
    .toSorted(byDay)
    .at(-1)
  const held = answers
    .filter((answer) => answer.says === 'yes' && (lastNo === undefined || answer.on > lastNo.on))
    .map((answer) => ({ on: answer.on, through: throughOf(context, answer) }))
    .toSorted((one, other) => ((one.through ?? '9999') < (other.through ?? '9999') ? -1 : 1))
  const best = held.at(-1)
  if (best !== undefined) {
    const expired = best.through !== undefined && best.through < context.on
    return {
      state: expired ? 'expired' : 'met',
      work: 'done',
      metOn: best.on,
      validThrough: best.through,
      renewFrom: renewFrom(context),
      reason: undefined,
    }
  }
  const nothing = { state: 'open', metOn: undefined, validThrough: undefined, renewFrom: renewFrom(context) } as const
  if (lastNo?.says === 'no') return { ...nothing, work: 'answered-no', reason: lastNo.reason }
  if (begun !== undefined) return { ...nothing, work: 'begun', reason: begun }
  return { ...nothing, work: 'none', reason: { code: 'nothing-recorded' } }
}

const byDay = (one: Answer, other: Answer): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)

/** Met on day D with a validity of n days holds through D + n. @source cases, readiness */
function throughOf({ gate }: Context, answer: Answer & { readonly through?: string | undefined }): string | undefined {
  const byDays = gate.validDays === undefined ? undefined : addDays(answer.on, gate.validDays)
  if (byDays === undefined) return answer.through
  return answer.through === undefined ? byDays : earlier(byDays, answer.through)
}

function renewFrom({ gate, departure }: Context): string | undefined {
  const days = gate.reconfirmDaysBeforeDeparture ?? gate.validDays
  return departure === undefined || days === undefined ? undefined : addDays(departure, -days)
}

/** A declaration older than the catalogue's days before departure is said again; until then it stands for export and booking. */
function withReconfirmation(context: Context, standing: Standing): Standing {
  if (context.gate.reconfirmDaysBeforeDeparture === undefined || standing.state !== 'met') return standing
  const carriesThrough = assessConsent(context).carriesThrough
  const confirmed = context.departure === undefined || (carriesThrough !== undefined && context.departure <= carriesThrough)
  return { ...standing, state: confirmed ? 'met' : 'reconfirm', validThrough: carriesThrough }
}

/** Only a soft safeguard is ever not applicable or set aside, and nothing is set aside while the case is paused. */
function setAside(context: Context, standing: Standing): Standing {
  const { gate, caseFile, on } = context
  if (gate.kind === 'hard' || standing.state === 'met') return standing
  if (isNotApplicable(context)) return { ...standing, state: 'not-applicable', reason: undefined }
  return caseFile.overrides.some((each) => isInForce(caseFile, each, gate, on)) ? { ...standing, state: 'overridden' } : standing
}

const isNeverOpened = (steps: readonly string[]): boolean =>
  steps.includes('not-opened') && steps.every((step) => step === 'reported' || step === 'not-opened')

function isNotApplicable({ gate, caseFile, on }: Context): boolean {
  switch (gate.notApplicableWhen) {
    case 'no-investigation-opened':
      return isNeverOpened(known(caseFile.legal.investigation, on).map((each) => each.step))
    case 'no-crime-in-sweden':
      return caseFile.legal.crimeInSweden === 'no'
    case 'swedish-citizen':
      return caseFile.child.citizenships.includes('SWE')
    case undefined:
      return false
  }
}

/** On which acts the safeguard's standing bears. Confirming asks that it still holds on the day of departure. */
function blockedActs({ gate, departure, on }: Context, { state, validThrough }: Standing): readonly Act[] {
  const stands = state === 'met' || state === 'reconfirm'
  const settled = stands || state === 'overridden' || state === 'not-applicable'
  const acts: Act[] = gate.neededFor.filter((act) => {
    if (act !== 'confirm') return !(gate.kind === 'hard' ? stands : settled)
    if (state === 'reconfirm') return true
    const holds = validThrough === undefined || validThrough >= (departure ?? on)
    return gate.kind === 'hard' ? !(state === 'met' && holds) : !settled
  })
  return acts.includes('confirm') ? [...acts, 'start'] : acts
}
