import { pathText, shown } from '#catalogue/shape-faults.ts'
import { unknownCountry } from '#domain/case/values.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import { type CaseFault, caseFault } from './case-faults.ts'
import { objectsIn, type Place, placesAt } from './places.ts'

/** Where people, recipients, documents and budget lines of the same file are named. */
const localReferences = {
  people: [
    'recipients[].person',
    'reception.tracing[].person',
    'reception.homeStudies[].person',
    'reception.arrangements[].metBy[]',
    'reception.arrangements[].livesWith',
    'reception.parentalConsents[].person',
    'travel.itineraries[].escort',
    'travel.handovers[].receivers[]',
    'tasks[].responsible',
  ],
  recipients: [
    'transfers.consents[].recipients[]',
    'transfers.secrecyChecks[].recipient',
    'transfers.log[].recipient',
    'reintegration.countersignatures[].recipient',
    'followUp.agreements[].recipient',
  ],
  notes: ['notes[].corrects'],
  'budget.lines': ['reintegration.goals[].activities[].budgetLines[]'],
} as const satisfies Record<string, readonly string[]>

/** Lists whose items bear an id of their own, each id once in its list. */
const ownIds = [
  'people[].id',
  'recipients[].id',
  'documents[].id',
  'budget.lines[].id',
  'tasks[].id',
  'notes[].id',
  'child.citizenships[]',
  'child.languages[].language',
] as const

/** Lists in which each catalogue id occurs at most once, one list per item of the first part. */
const onceEach = [
  ['riskAssessments[]', 'findings[].factor'],
  ['riskAssessments[]', 'protectiveFactors[]'],
  ['bestInterests[]', 'factors[].factor'],
  ['bestInterests[]', 'alternatives[].kind'],
  ['reintegration.goals[]', 'activities[].budgetLines[]'],
] as const

/** Names in a case file that nothing bears, and ids that occur twice. Looks at parsed JSON of any shape: what has the wrong form is left to the schema. */
export function referenceFaults(file: unknown, catalogue: Catalogue): readonly CaseFault[] {
  return [...unknownLocalIds(file), ...unknownCatalogueIds(file, catalogue), ...doubledIds(file)]
}

function unknownLocalIds(file: unknown): readonly CaseFault[] {
  const named = Object.entries(localReferences).flatMap(([list, patterns]) =>
    patterns.map((pattern) => ({ list, places: placesAt(file, pattern) })),
  )
  const evidence = objectsIn(file).flatMap(({ path, value }) =>
    placesAt(value, 'evidence[]').map((place): Place => ({ path: [...path, ...place.path], value: place.value })),
  )
  return [...named, { list: 'documents', places: evidence }].flatMap(({ list, places }) => {
    const known = new Set(placesAt(file, `${list}[].id`).map(({ value }) => value))
    if (placesAt(file, list).every(({ value }) => !Array.isArray(value))) return []
    return places
      .filter(({ value }) => typeof value === 'string' && !known.has(value))
      .map(({ path, value }) =>
        caseFault(pathText(path), 'unknown-local-id', { expected: list === 'budget.lines' ? 'budgetLines' : list, found: shown(value) }),
      )
  })
}

function unknownCatalogueIds(file: unknown, catalogue: Catalogue): readonly CaseFault[] {
  return catalogueReferences(catalogue).flatMap(({ list, ids, at }) => {
    const known = new Set<unknown>(ids)
    return at
      .flatMap((pattern) => placesAt(file, pattern))
      .filter(({ value }) => typeof value === 'string' && !known.has(value))
      .map(({ path, value }) => caseFault(pathText(path), 'unknown-catalogue-id', { expected: list, found: shown(value) }))
  })
}

type CatalogueReference = { readonly list: string; readonly ids: readonly string[]; readonly at: readonly string[] }

function catalogueReferences(catalogue: Catalogue): readonly CatalogueReference[] {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const grounds = (of: 'secrecy' | 'dataProtection') => ids(catalogue.transferGrounds.flatMap((row) => row[of]))
  return [
    {
      list: 'riskFactors',
      ids: ids(catalogue.riskFactors),
      at: ['riskAssessments[].findings[].factor', 'reintegration.goals[].activities[].lowersRisk[]'],
    },
    { list: 'protectiveFactors', ids: ids(catalogue.protectiveFactors), at: ['riskAssessments[].protectiveFactors[]'] },
    { list: 'bestInterestsFactors', ids: ids(catalogue.bestInterestsFactors), at: ['bestInterests[].factors[].factor'] },
    { list: 'bestInterestsOutcomes', ids: ids(catalogue.bestInterestsOutcomes), at: ['bestInterests[].decision.outcome'] },
    { list: 'permits', ids: ids(catalogue.permits), at: ['legal.permits[].permit'] },
    { list: 'documentTypes', ids: ids(catalogue.documentTypes), at: ['documents[].type'] },
    { list: 'budgetCategories', ids: ids(catalogue.budgetCategories), at: ['budget.lines[].category'] },
    { list: 'gates', ids: ids(catalogue.gates), at: ['overrides[].gate'] },
    { list: 'followUpTemplate', ids: [catalogue.followUpTemplate.id], at: ['followUp.template'] },
    { list: 'transferGrounds', ids: grounds('secrecy'), at: ['transfers.secrecyChecks[].secrecyGround'] },
    { list: 'transferGrounds', ids: grounds('dataProtection'), at: ['transfers.secrecyChecks[].dataProtectionGround'] },
    {
      list: 'countries',
      ids: [...ids(catalogue.countries), unknownCountry],
      at: ['travel.destination.country', 'recipients[].country', 'people[].country', 'travel.travelDocuments[].issuedBy'],
    },
    {
      list: 'countries',
      ids: [...catalogue.countries.map(({ alpha3 }) => alpha3), 'XXX', 'UNK'],
      at: ['child.citizenships[]'],
    },
  ]
}

function doubledIds(file: unknown): readonly CaseFault[] {
  const inOwnLists = ownIds.flatMap((pattern) => doubled(placesAt(file, pattern)))
  const inEach = onceEach.flatMap(([list, pattern]) =>
    placesAt(file, list).flatMap(({ path, value }) =>
      doubled(placesAt(value, pattern).map((place): Place => ({ path: [...path, ...place.path], value: place.value }))),
    ),
  )
  return [...inOwnLists, ...inEach]
}

function doubled(places: readonly Place[]): readonly CaseFault[] {
  const seen = new Set<unknown>()
  return places.flatMap(({ path, value }) => {
    if (typeof value !== 'string') return []
    if (seen.has(value)) return [caseFault(pathText(path), 'duplicate-id', { expected: 'once', found: shown(value) })]
    seen.add(value)
    return []
  })
}
