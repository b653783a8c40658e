import type { CaseFile } from '../case/case-file.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { GatedAct } from '../catalogue/gates.ts'
import { type Context, departureOn, known, latest } from './facts.ts'
import { type Act, type GateStatus, gateStatus } from './gate-status.ts'
import { type Pause, pauseOn } from './pause.ts'
import { lastStoppingNo } from './refusals.ts'
import { type SecrecyCoverage, secrecyCoverage } from './secrecy.ts'

/** What besides a safeguard can stand in the way of an act. */
export type Obstacle =
  | 'paused'
  | 'handed-over'
  | 'no-departure-date'
  | 'departure-only-hoped-for'
  | 'departure-passed'
  | 'itinerary-of-another-day'
  | 'not-travel-day'
  | 'spoken-yes-missing'
  | 'recipient-not-covered'

export type ActVerdict = {
  readonly act: Act
  readonly permitted: boolean
  readonly gates: readonly string[]
  readonly obstacles: readonly Obstacle[]
}

export type RecipientVerdict = ActVerdict & { readonly recipient: string; readonly secrecy: SecrecyCoverage }

export type Readiness = {
  readonly on: string
  readonly pause: Pause | undefined
  readonly departure: string | undefined
  readonly gates: readonly GateStatus[]
  /** Safeguards met and holding on the day of departure; a decided departure from one is not counted. */
  readonly met: number
  readonly overridden: number
  readonly export: readonly RecipientVerdict[]
  readonly book: ActVerdict
  readonly confirm: ActVerdict
  readonly start: ActVerdict
  /** Last day of departure that everything met today would carry. */
  readonly carriesDepartureThrough: string | undefined
}

/**
 * The one verdict of the house: case + catalogue + day in, readiness out. Window, command line, plan and reminders show what it says.
 * @source Hemväg rule: four acts, each with its own condition
 */
export function assessReadiness(caseFile: CaseFile, catalogue: Catalogue, on: string): Readiness {
  const departure = departureOn(caseFile, on)
  const pause = pauseOn(caseFile, on)
  const shared = { caseFile, catalogue, on, departure, withdrawnOn: lastStoppingNo(caseFile, on)?.on }
  const gates = catalogue.gates.map((gate) => gateStatus({ ...shared, gate }))
  const booked = [...paused(pause), ...handedOver(caseFile, on)]
  const confirm = verdict('confirm', gates, [...booked, ...departureObstacles(caseFile, on)])
  return {
    on,
    pause,
    departure,
    gates,
    met: gates.filter((each) => each.state === 'met' && !each.blocks.includes('confirm')).length,
    overridden: gates.filter((each) => each.state === 'overridden').length,
    export: exportVerdicts(shared, gates, pause),
    book: verdict('book', gates, booked),
    confirm,
    start: startVerdict(caseFile, on, departure, confirm),
    carriesDepartureThrough: carriesThrough(gates),
  }
}

/** Undefined while a hard safeguard is not met, or must be said again. */
function carriesThrough(gates: readonly GateStatus[]): string | undefined {
  const hard = gates.filter((each) => each.gate.kind === 'hard')
  if (hard.some((each) => each.state !== 'met')) return undefined
  return hard.flatMap((each) => each.validThrough ?? []).toSorted()[0]
}

/** Once the child has been handed over there is no journey left to book. */
const handedOver = (caseFile: CaseFile, on: string): readonly Obstacle[] =>
  known(caseFile.travel.handovers, on).some((each) => each.status === 'handed-over') ? ['handed-over'] : []

/** A departure can be confirmed for a decided day that has not passed, with an itinerary of that day. */
function departureObstacles({ travel }: CaseFile, on: string): readonly Obstacle[] {
  const decided = latest(known(travel.departures, on))
  if (decided === undefined) return ['no-departure-date']
  const obstacles: Obstacle[] = []
  if (decided.standing === 'hoped-for') obstacles.push('departure-only-hoped-for')
  if (decided.date < on) obstacles.push('departure-passed')
  const leaves = latest(known(travel.itineraries, on))?.legs[0]?.from.at.slice(0, 10)
  if (leaves !== undefined && leaves !== decided.date) obstacles.push('itinerary-of-another-day')
  return obstacles
}

const paused = (pause: Pause | undefined): readonly Obstacle[] => (pause === undefined ? [] : ['paused'])

function verdict(act: GatedAct, gates: readonly GateStatus[], obstacles: readonly Obstacle[]): ActVerdict {
  const blocking = gates.filter((each) => each.blocks.includes(act)).map((each) => each.gate.id)
  return { act, permitted: blocking.length === 0 && obstacles.length === 0, gates: blocking, obstacles }
}

/** Exporting asks the secrecy check for the one recipient, not for all. */
function exportVerdicts(
  shared: Omit<Context, 'gate'>,
  gates: readonly GateStatus[],
  pause: Pause | undefined,
): readonly RecipientVerdict[] {
  const secrecyGate = shared.catalogue.gates.find((gate) => gate.perRecipient === true)
  const others = gates.filter((each) => each.gate.id !== secrecyGate?.id)
  return shared.caseFile.recipients.map(({ id }) => {
    const secrecy: SecrecyCoverage =
      secrecyGate === undefined
        ? { recipient: id, coveredOn: undefined, gap: 'not-checked', begun: false }
        : secrecyCoverage({ ...shared, gate: secrecyGate }, id)
    const uncovered = secrecy.coveredOn === undefined
    const base = verdict('export', others, [...paused(pause), ...(uncovered ? (['recipient-not-covered'] as const) : [])])
    const named = uncovered && secrecyGate !== undefined ? inOrder(shared.catalogue, [...base.gates, secrecyGate.id]) : base.gates
    return { ...base, gates: named, recipient: id, secrecy }
  })
}

const inOrder = (catalogue: Catalogue, ids: readonly string[]): readonly string[] =>
  catalogue.gates.map((gate) => gate.id).filter((id) => ids.includes(id))

/** The child's spoken yes on the travel day, after a confirmed departure. @source IOM Finland: cancelled at any time, even at the airport */
function startVerdict(caseFile: CaseFile, on: string, departure: string | undefined, confirm: ActVerdict): ActVerdict {
  const said = known(caseFile.returnDeclarations, on).some(
    (each) => each.step === 'spoken-yes' && each.happenedOn === departure && each.by.includes('child'),
  )
  const obstacles: Obstacle[] = [...confirm.obstacles]
  if (departure !== undefined && departure !== on) obstacles.push('not-travel-day')
  if (!said) obstacles.push('spoken-yes-missing')
  return { act: 'start', permitted: confirm.gates.length === 0 && obstacles.length === 0, gates: confirm.gates, obstacles }
}
