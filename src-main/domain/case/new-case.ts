import type { PlainDate } from '../dates.ts'
import type { CaseFile } from './case-file.ts'
import type { Child } from './child.ts'
import { unknownCountry } from './values.ts'

/** What must be known before a case can be opened: rules reckon from the day of birth and the day on which the child was found. */
export type Opening = {
  readonly alias: string
  readonly diaryNumber?: string | undefined
  readonly birthDate: Child['birthDate']
  readonly foundOn: PlainDate
  readonly foundBy: Child['identifications'][number]['by']
  readonly municipality: string
  readonly office: CaseFile['office']
}

/** What stands where nothing is known yet: a sign, not a word, so that it is the same in every language. */
const unknown = '?'

/**
 * The smallest case: a child that was found, and nothing else that anybody has claimed. Every safeguard is open in it.
 * @param at moment of opening, UTC
 */
export function newCase(
  opening: Opening,
  { id, reference, today, at }: { id: string; reference: string; today: PlainDate; at: string },
): CaseFile {
  const { alias, diaryNumber, office } = opening
  return {
    format: 'hemvag-case-1',
    id,
    reference,
    office,
    openedOn: today,
    ...(diaryNumber === undefined ? {} : { diaryNumber }),
    child: { ...foundChild(opening, at), alias },
    people: [],
    recipients: [],
    legal: {
      permits: [],
      protectionClaims: [],
      legalChecks: [],
      informationReceipts: [],
      investigation: [],
      policeContacts: [],
      crimeInSweden: 'unknown',
      compensation: [],
    },
    talks: [],
    returnDeclarations: [],
    resumptions: [],
    transfers: { consents: [], secrecyChecks: [], log: [] },
    bestInterests: [],
    homeAuthority: [],
    riskAssessments: [],
    reception: { tracing: [], homeStudies: [], arrangements: [], parentalConsents: [], takeovers: [], contingencies: [] },
    reintegration: { strengths: [], goals: [], countersignatures: [] },
    budget: { lines: [], rates: [], approvals: [] },
    travel: {
      destination: { country: unknownCountry },
      departures: [],
      itineraries: [],
      travelDocuments: [],
      healthChecks: [],
      preparations: [],
      handovers: [],
    },
    followUp: { template: 'FU-CHILD-12', agreements: [], longerFollowUp: [] },
    documents: [],
    overrides: [],
    tasks: [],
  }
}

const foundChild = ({ birthDate, foundOn, foundBy, municipality }: Opening, recordedAt: string): Omit<Child, 'alias'> => ({
  givenName: unknown,
  familyName: unknown,
  sex: 'U',
  birthDate,
  citizenships: ['UNK'],
  languages: [],
  protectedIdentity: false,
  accompaniment: 'unknown',
  identifications: [{ happenedOn: foundOn, recordedAt, by: foundBy, municipality }],
  exploitation: [],
  placements: [],
  concernReports: [],
  inquiries: [],
})

/** Which day of an opening cannot be; nothing when both can. */
export function impossibleDay(
  { birthDate, foundOn }: Pick<Opening, 'birthDate' | 'foundOn'>,
  today: PlainDate,
): 'birth' | 'found' | undefined {
  if (birthDate.value > today) return 'birth'
  return foundOn < birthDate.value || foundOn > today ? 'found' : undefined
}
