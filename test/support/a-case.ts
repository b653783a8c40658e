import type { BudgetLine } from '#domain/case/budget.ts'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import { newCase } from '#domain/case/new-case.ts'

type Of<List extends readonly unknown[]> = List[number]
type Legal = CaseFile['legal']
type Child = CaseFile['child']

/** Recorded at noon of the day it happened, unless a test says otherwise. */
export const fact = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })

/** A case in which only the child has been found: every list is empty, every field is fictional. Each change gives a new builder. */
export const aCase = (): CaseBuilder => new CaseBuilder(emptyCase())

/** A budget line in few words: quantity × price in minor units. */
export function aBudgetLine(
  id: string,
  quantity: string,
  amountMinor: number,
  currency: string,
  more: Partial<BudgetLine> = {},
): BudgetLine {
  return {
    id,
    category: 'BC01',
    description: `post ${id}`,
    quantity,
    unitPrice: { amountMinor, currency },
    funder: 'Jämställdhetsmyndigheten',
    phase: 'pre',
    ...more,
  }
}

export class CaseBuilder {
  readonly #file: CaseFile

  constructor(file: CaseFile) {
    this.#file = file
  }

  /** The case file; throws when a change has made it invalid. */
  build(): CaseFile {
    return caseFileSchema.parse(this.#file)
  }

  /** Any change, for what has no name of its own below. */
  with(change: (file: CaseFile) => void): CaseBuilder {
    const file = structuredClone(this.#file)
    change(file)
    return new CaseBuilder(file)
  }

  withChild(change: Partial<Child>): CaseBuilder {
    return this.with((file) => Object.assign(file.child, change))
  }

  foundOn(day: string): CaseBuilder {
    return this.withChild({ identifications: [{ ...fact(day), by: 'social-services', municipality: '1280' }] })
  }

  born(value: string, standing: Child['birthDate']['standing'] = 'verified'): CaseBuilder {
    return this.withChild({ birthDate: { value, standing } })
  }

  citizenOf(...citizenships: string[]): CaseBuilder {
    return this.withChild({ citizenships })
  }

  exploited(day: string, type: Of<Child['exploitation']>['type'] = 'SEX'): CaseBuilder {
    return this.with((file) => file.child.exploitation.push({ ...fact(day), type, standing: 'suspected', places: ['Malmö'] }))
  }

  placed(day: string, kind: Of<Child['placements']>['kind'] = 'hvb'): CaseBuilder {
    return this.with((file) => file.child.placements.push({ ...fact(day), kind, municipality: '1280' }))
  }

  concernReported(day: string, more: Partial<Of<Child['concernReports']>> = {}): CaseBuilder {
    return this.with((file) => file.child.concernReports.push({ ...fact(day), reporterAskedForFeedback: false, ...more }))
  }

  inquiryOpened(day: string, more: Partial<Of<Child['inquiries']>> = {}): CaseBuilder {
    return this.with((file) => file.child.inquiries.push({ ...fact(day), ...more }))
  }

  guardian(step: 'applied' | 'appointed' | 'ended', day: string, id = 'guardian'): CaseBuilder {
    return this.with((file) => {
      const appointment = { ...fact(day), step }
      const person = file.people.find((each) => each.id === id)
      if (person !== undefined) person.appointments.push(appointment)
      else file.people.push({ ...aGuardian(id), appointments: [appointment] })
    })
  }

  guardianAppointed(day: string, id?: string): CaseBuilder {
    return this.guardian('appointed', day, id)
  }

  guardianEnded(day: string, id?: string): CaseBuilder {
    return this.guardian('ended', day, id)
  }

  permit(permit: string, step: Of<Legal['permits']>['step'], day: string, more: Partial<Of<Legal['permits']>> = {}): CaseBuilder {
    return this.with((file) => file.legal.permits.push({ ...fact(day), permit, step, ...more }))
  }

  reflectionPeriodGranted(day: string, days?: number): CaseBuilder {
    return this.permit('PRM_BT', 'granted', day, days === undefined ? {} : { days })
  }

  investigation(step: Of<Legal['investigation']>['step'], day: string): CaseBuilder {
    return this.with((file) => file.legal.investigation.push({ ...fact(day), step }))
  }

  compensation(step: Of<Legal['compensation']>['step'], day: string): CaseBuilder {
    return this.with((file) => file.legal.compensation.push({ ...fact(day), step }))
  }

  declared(
    step: Of<CaseFile['returnDeclarations']>['step'],
    day: string,
    by: Of<CaseFile['returnDeclarations']>['by'] = ['child', 'guardian'],
  ): CaseBuilder {
    return this.with((file) => file.returnDeclarations.push({ ...fact(day), step, by }))
  }

  withdrawnConsent(day: string): CaseBuilder {
    return this.declared('withdrawn', day, ['child'])
  }

  riskAssessed(day: string, findings: Of<CaseFile['riskAssessments']>['findings'], signedOffOn: string | undefined = day): CaseBuilder {
    return this.with((file) =>
      file.riskAssessments.push({
        ...fact(day),
        form: 'RISK-4x4@1',
        catalogueVersion: '2026-07-15',
        assessors: ['Nils Dummy'],
        findings,
        protectiveFactors: [],
        ...(signedOffOn === undefined ? {} : { signedOff: { ...fact(signedOffOn), by: 'Nils Dummy' } }),
      }),
    )
  }

  budget(lines: readonly BudgetLine[]): CaseBuilder {
    return this.with((file) => {
      file.budget.lines = [...lines]
    })
  }

  rate(base: string, quote: string, rate: string, date: string): CaseBuilder {
    return this.with((file) => file.budget.rates.push({ base, quote, rate, date, source: 'Riksbanken' }))
  }

  budgetApproved(day: string, by = 'Eva Chefsson'): CaseBuilder {
    return this.with((file) => file.budget.approvals.push({ ...fact(day), by, fundedForWholePeriod: true }))
  }

  departing(date: string, decidedOn: string): CaseBuilder {
    return this.with((file) => file.travel.departures.push({ ...fact(decidedOn), date, standing: 'planned' }))
  }

  handedOver(day: string): CaseBuilder {
    return this.with((file) =>
      file.travel.handovers.push({
        ...fact(day),
        status: 'handed-over',
        place: 'Bukarest OTP',
        at: `${day}T14:35`,
        zone: 'Europe/Bucharest',
        receivers: [],
      }),
    )
  }

  longerFollowUp(day: string): CaseBuilder {
    return this.with((file) => file.followUp.longerFollowUp.push({ ...fact(day), by: 'Anna Testberg', reason: 'Skolgången är osäker.' }))
  }

  transferred(day: string, recipient = 'iom-fi'): CaseBuilder {
    return this.with((file) =>
      file.transfers.log.push({
        ...fact(day),
        recipient,
        purpose: 'plan',
        profile: 'IOM_FI',
        language: 'sv',
        planVersion: 1,
        caseVersion: 1,
        sha256: '0'.repeat(64),
        by: 'Anna Testberg',
      }),
    )
  }

  task(id: string, days: { readonly dueOn?: string; readonly doneOn?: string }): CaseBuilder {
    return this.with((file) => file.tasks.push({ id, title: 'uppgift', recordedAt: '2026-01-01T12:00:00Z', ...days }))
  }

  inOffice(type: CaseFile['office']['type']): CaseBuilder {
    return this.with((file) => {
      file.office.type = type
    })
  }

  noted(text: string, recordedAt = '2026-09-29T08:00:00.000Z'): CaseBuilder {
    return this.with((file) => {
      file.notes = [...(file.notes ?? []), { id: `note-${(file.notes ?? []).length + 1}`, text, recordedAt }]
    })
  }

  lastEntry(day: string): CaseBuilder {
    return this.with((file) => {
      file.lastEntryOn = day
    })
  }
}

function aGuardian(id: string): Omit<Of<CaseFile['people']>, 'appointments'> {
  return { id, roles: ['guardian'], name: 'Sven Fiktivsson', custodian: false, safeToContact: 'yes', mustNotLearnAddress: false }
}

function emptyCase(): CaseFile {
  const found = newCase(
    {
      alias: 'M.',
      birthDate: { value: '2011-03-14', standing: 'verified' },
      foundOn: '2026-02-10',
      foundBy: 'social-services',
      municipality: '1280',
      office: { type: 'social-services', name: 'Påhittade kommunen', unit: 'Barn och familj' },
    },
    { id: '01K0000000000000000000000A', reference: 'HV-2026-0099', today: '2026-02-10', at: fact('2026-02-10').recordedAt },
  )
  return {
    ...found,
    child: {
      ...found.child,
      givenName: 'Mira',
      familyName: 'Exempelsson',
      sex: 'F',
      citizenships: ['ROU'],
      languages: [{ language: 'ro', level: 'first' }],
      accompaniment: 'unaccompanied',
    },
    recipients: [{ id: 'iom-fi', kind: 'international-organisation', profile: 'IOM_FI', name: 'IOM Finland', country: 'FI' }],
    legal: { ...found.legal, crimeInSweden: 'yes' },
    travel: { ...found.travel, destination: { country: 'RO', town: 'Bacău' } },
  }
}
