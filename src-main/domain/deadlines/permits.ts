import type { CaseFile } from '../case/case-file.ts'
import type { Permit } from '../catalogue/deadlines.ts'
import { addDays, addMonths, later, type PlainDate } from '../dates.ts'
import { known, latest } from '../readiness/facts.ts'

type PermitFact = CaseFile['legal']['permits'][number]

/** The clock of a granted permit. */
export type PermitClock = {
  readonly permit: string
  readonly grantedOn: PlainDate
  /** Last day; null where the decision's end has not been entered. */
  readonly endsOn: PlainDate | null
  /** Earliest end that the law allows, where the end has not been entered. */
  readonly endsEarliest: PlainDate | null
  /** Withdrawn before its end. */
  readonly withdrawnOn: PlainDate | null
  readonly extendedOn: PlainDate | null
}

const reflection = { first: 'PRM_BT', extension: 'PRM_BT_EXT' } as const
const temporary = 'PRM_TUT'

/** Permits on the strength of which the social welfare board must see to a specially appointed custodian. @source Act (2005:429) 10 § */
const residence = [temporary, 'PRM_ASY', 'PRM_SOO'] as const

/** The reflection period with its extensions: granted + days, unless the decision names an end. @source UtlL 5:15 second paragraph */
export function reflectionPeriod(caseFile: CaseFile, permits: readonly Permit[], on: PlainDate): PermitClock | undefined {
  const clock = permitClock(caseFile, permits, reflection.first, on)
  if (clock === undefined) return undefined
  const extensions = stepsOf(caseFile, reflection.extension, on)
    .filter((each) => each.step === 'granted' && each.happenedOn >= clock.grantedOn)
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
  let endsOn = clock.endsOn
  for (const { validThrough, days } of extensions) {
    const extended = validThrough ?? (days === undefined || endsOn === null ? undefined : addDays(endsOn, days))
    if (extended !== undefined) endsOn = endsOn === null ? extended : later(extended, endsOn)
  }
  return { ...clock, endsOn, extendedOn: extensions.at(-1)?.happenedOn ?? null }
}

const order = (step: PermitFact): string => `${step.happenedOn} ${step.recordedAt} ${JSON.stringify(step)}`

/** The temporary residence permit as last granted. @source UtlL 5:15 first paragraph */
export const temporaryPermit = (caseFile: CaseFile, permits: readonly Permit[], on: PlainDate): PermitClock | undefined =>
  permitClock(caseFile, permits, temporary, on)

/** The first residence permit granted, of whatever kind; a reflection period is none. */
export function firstResidencePermit(caseFile: CaseFile, on: PlainDate): PermitFact | undefined {
  const granted = residence.flatMap((id) => stepsOf(caseFile, id, on).filter((each) => each.step === 'granted'))
  return granted.toSorted((one, other) => (`${one.happenedOn} ${one.permit}` < `${other.happenedOn} ${other.permit}` ? -1 : 1))[0]
}

function permitClock(caseFile: CaseFile, permits: readonly Permit[], id: string, on: PlainDate): PermitClock | undefined {
  const steps = stepsOf(caseFile, id, on)
  const granted = latest(steps.filter((each) => each.step === 'granted'))
  if (granted === undefined) return undefined
  const withdrawn = latest(steps.filter((each) => each.step === 'withdrawn' && each.happenedOn >= granted.happenedOn))
  const rule = permits.find((each) => each.id === id)
  const days = granted.days ?? rule?.days
  const endsOn = granted.validThrough ?? (days === undefined ? null : addDays(granted.happenedOn, days))
  return {
    permit: id,
    grantedOn: granted.happenedOn,
    endsOn,
    endsEarliest: endsOn === null && rule?.minMonths !== undefined ? addMonths(granted.happenedOn, rule.minMonths) : null,
    withdrawnOn: withdrawn?.happenedOn ?? null,
    extendedOn: null,
  }
}

const stepsOf = (caseFile: CaseFile, id: string, on: PlainDate): readonly PermitFact[] =>
  known(caseFile.legal.permits, on).filter((each) => each.permit === id)
