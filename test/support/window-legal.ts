import type { Output } from '#contract/operations.ts'
import type { PersonView } from '#contract/views.ts'

type Values = Output<'case.fields'>['values']
const at = '2026-09-28T08:00:00Z'

/** People as the fields of a screen are given them, names hidden. */
export const peopleFields = (people: readonly PersonView[]): Values[string] =>
  people.map(({ id, roles, relation, safeToContact, mustNotLearnAddress, organisation, town, country }) => ({
    id,
    roles,
    ...(relation === null ? {} : { relation }),
    name: null,
    custodian: relation?.kinship === 'father',
    safeToContact,
    mustNotLearnAddress,
    ...(organisation === null ? {} : { organisation }),
    ...(town === null ? {} : { town }),
    ...(country === null ? {} : { country }),
    appointments: roles.includes('guardian')
      ? [{ step: 'appointed', happenedOn: '2026-02-20', recordedAt: at, by: 'Överförmyndaren' }]
      : [],
  }))

/** Something of each kind that the law asks about. */
export const legalFields: Values = {
  '/legal/permits': [
    { permit: 'PRM_BT', step: 'granted', happenedOn: '2026-09-20', recordedAt: at, days: 30 },
    { permit: 'PRM_TUT', step: 'applied', happenedOn: '2026-09-21', recordedAt: at },
  ],
  '/legal/protectionClaims': [{ step: 'opened', happenedOn: '2026-09-01', recordedAt: at }],
  '/legal/legalChecks': [{ obstacle: false, by: 'Socialtjänsten', happenedOn: '2026-08-10', recordedAt: at, evidence: ['doc-health'] }],
  '/legal/informationReceipts': [
    { topics: ['reflection-period'], language: 'ro', signedBy: ['Barnet'], happenedOn: '2026-07-02', recordedAt: at },
  ],
  '/legal/investigation': [{ step: 'opened', happenedOn: '2026-05-20', recordedAt: at }],
  '/legal/policeContacts': [
    { informed: ['police'], evidenceSecured: true, canBeHeardRemotely: false, happenedOn: '2026-08-18', recordedAt: at },
  ],
  '/legal/compensation': [{ step: 'applied', happenedOn: '2026-06-15', recordedAt: at }],
  '/legal/crimeInSweden': 'yes',
}

/** Codes that the catalogue and the directory know. */
export const knownCodes: Output<'partner.list'> = {
  today: '2026-09-30',
  partners: [],
  checkNext: [],
  services: [],
  countries: ['BG', 'RO', 'SE'],
  languages: ['ro', 'sv'],
}
