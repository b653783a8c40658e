import { Temporal } from 'temporal-polyfill'
import { known, latest } from '../readiness/facts.ts'
import { guardianOf } from './decision-part.ts'
import { extentOf, gets, getsFull, type Localised, type OrganisationSettings, type PlanContext } from './plan-context.ts'
import { countersignedOn } from './reintegration-part.ts'
import { offsetAt } from './travel-part.ts'

export type SignaturesPart = {
  readonly signer: { readonly name: string; readonly position: Localised }
  readonly certificate: OrganisationSettings['signer']['certificate']
  readonly place: string
  /** On the clock of the place. */
  readonly signedAt: string
  readonly offset: string
  readonly partner: boolean
  readonly approvals: readonly {
    readonly who: 'child' | 'guardian' | 'recipient'
    readonly name: string | null
    readonly on: string
    /** When a declaration was confirmed again. */
    readonly confirmedOn: string | null
    /** Version countersigned; null for a declaration on paper. */
    readonly version: number | null
  }[]
}

export function signaturesPart(context: PlanContext): SignaturesPart | undefined {
  if (!gets(context, 'signatures.boxes')) return undefined
  const { organisation, issuedAt, profile } = context
  const { name, position, certificate } = organisation.signer
  const signedAt = Temporal.Instant.from(issuedAt)
    .toZonedDateTimeISO(organisation.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  return {
    signer: { name, position },
    certificate,
    place: organisation.place,
    signedAt,
    offset: offsetAt(signedAt, organisation.zone),
    partner: profile.partnerSigns,
    approvals: extentOf(profile, 'signatures.boxes') === 'full' ? approvals(context) : [],
  }
}

function approvals(context: PlanContext): SignaturesPart['approvals'] {
  const { caseFile, on } = context
  const given = known(caseFile.returnDeclarations, on).filter((each) => each.step === 'given')
  const child = latest(given.filter((each) => each.by.includes('child')))
  const guardian = latest(given.filter((each) => each.by.includes('guardian')))
  const confirmed = known(caseFile.returnDeclarations, on).filter((each) => each.step === 'confirmed')
  const again = (by: 'child' | 'guardian', since: string) =>
    latest(confirmed.filter((each) => each.by.includes(by) && each.happenedOn > since))?.happenedOn ?? null
  const countersigned = countersignedOn(context)
  const guardianName = getsFull(context, 'guardian.person') ? (guardianOf(caseFile, on)?.person.name ?? null) : null
  return [
    ...(child === undefined
      ? []
      : [
          {
            who: 'child',
            name: caseFile.child.alias,
            on: child.happenedOn,
            confirmedOn: again('child', child.happenedOn),
            version: null,
          } as const,
        ]),
    ...(guardian === undefined || guardianName === null
      ? []
      : [
          {
            who: 'guardian',
            name: guardianName,
            on: guardian.happenedOn,
            confirmedOn: again('guardian', guardian.happenedOn),
            version: null,
          } as const,
        ]),
    ...(countersigned === null
      ? []
      : [{ who: 'recipient', name: countersigned.by, on: countersigned.on, confirmedOn: null, version: countersigned.version } as const]),
  ]
}
