import { pathText, shown } from '#catalogue/shape-faults.ts'
import { instant, localTime, plainDate } from '#domain/case/values.ts'
import { addDays } from '#domain/dates.ts'
import { type CaseFault, type CaseFaultCode, caseFault } from './case-faults.ts'
import { fieldOf, objectsIn, type Place, placesAt } from './places.ts'

/** An object's day that cannot lie before another day of the same object. */
const notBefore = [
  ['child.placements[]', 'endedOn', 'happenedOn'],
  ['child.concernReports[]', 'protectionAssessedOn', 'happenedOn'],
  ['child.concernReports[]', 'inquiryDecision.decidedOn', 'happenedOn'],
  ['child.concernReports[]', 'feedbackGivenOn', 'happenedOn'],
  ['child.inquiries[]', 'completedOn', 'happenedOn'],
  ['child.inquiries[]', 'extendedThrough', 'happenedOn'],
  ['legal.permits[]', 'validThrough', 'happenedOn'],
  ['bestInterests[]', 'decision.decidedOn', 'happenedOn'],
  ['bestInterests[]', 'decision.reviewBy', 'decision.decidedOn'],
  ['riskAssessments[]', 'signedOff.happenedOn', 'happenedOn'],
  ['reintegration.goals[].activities[]', 'endsOn', 'startsOn'],
] as const

/** Days and times that cannot be, in parsed JSON of any shape: what has the wrong form is left to the schema. */
export function impossibleTimes(file: unknown): readonly CaseFault[] {
  const objects = objectsIn(file)
  return [
    ...beforeBirth(file, objects),
    ...recordedBefore(objects),
    ...beforeBeginning(file),
    ...objects.flatMap(unreal),
    ...backwardsLegs(file),
  ]
}

const dayIn = (value: unknown): string | undefined => plainDate.safeParse(value).data
const fault = (path: Place['path'], code: CaseFaultCode, expected: string, value: unknown): CaseFault =>
  caseFault(pathText(path), code, { expected, found: shown(value) })

function beforeBirth(file: unknown, objects: readonly Place[]): readonly CaseFault[] {
  const born = dayIn(placesAt(file, 'child.birthDate.value')[0]?.value)
  if (born === undefined) return []
  return objects.flatMap(({ path, value }) => {
    const day = dayIn(fieldOf(value, 'happenedOn'))
    return day === undefined || day >= born ? [] : [fault([...path, 'happenedOn'], 'before-birth', 'dayOfBirthOrLater', day)]
  })
}

/** A fact is recorded on its day or later; one day is left for places whose clocks are ahead. */
function recordedBefore(objects: readonly Place[]): readonly CaseFault[] {
  return objects.flatMap(({ path, value }) => {
    const day = dayIn(fieldOf(value, 'happenedOn') ?? fieldOf(value, 'issuedOn'))
    const recorded = instant.safeParse(fieldOf(value, 'recordedAt')).data
    if (day === undefined || recorded === undefined || addDays(recorded.slice(0, 10), 1) >= day) return []
    return [fault([...path, 'recordedAt'], 'recorded-before', day, recorded)]
  })
}

function beforeBeginning(file: unknown): readonly CaseFault[] {
  return notBefore.flatMap(([list, later, earlier]) =>
    placesAt(file, list).flatMap(({ path, value }) => {
      const [place] = placesAt(value, later)
      const [end, beginning] = [dayIn(place?.value), dayIn(placesAt(value, earlier)[0]?.value)]
      if (place === undefined || end === undefined || beginning === undefined || end >= beginning) return []
      return [fault([...path, ...place.path], 'before-beginning', beginning, end)]
    }),
  )
}

/** A clock time such as 25:00, and a zone that is on no map. */
function unreal({ path, value }: Place): readonly CaseFault[] {
  const [at, zone] = [fieldOf(value, 'at'), fieldOf(value, 'zone')]
  const faults: CaseFault[] = []
  if (isLocalTime(at) && Number.isNaN(utc(at))) faults.push(fault([...path, 'at'], 'no-such-time', 'localTime', at))
  if (typeof zone === 'string' && zone !== '' && clockOf(zone) === undefined)
    faults.push(fault([...path, 'zone'], 'no-such-zone', 'timeZone', zone))
  return faults
}

function backwardsLegs(file: unknown): readonly CaseFault[] {
  return placesAt(file, 'travel.itineraries[].legs[]').flatMap(({ path, value }) => {
    const [leaves, arrives] = [momentOf(fieldOf(value, 'from')), momentOf(fieldOf(value, 'to'))]
    if (leaves === undefined || arrives === undefined || arrives > leaves) return []
    return [fault([...path, 'to', 'at'], 'arrives-before-leaving', 'afterDeparture', fieldOf(fieldOf(value, 'to'), 'at'))]
  })
}

const isLocalTime = (value: unknown): value is string => localTime.safeParse(value).success

/** Milliseconds of a clock time read as UTC; NaN for a time that no clock shows. */
function utc(at: string): number {
  const read = Date.parse(`${at}:00Z`)
  return Number.isNaN(read) || new Date(read).toISOString().slice(0, 16) !== at ? Number.NaN : read
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  } catch {
    return undefined
  }
}

/** The moment at which the clock of a place shows a time, in milliseconds. */
function momentOf(stop: unknown): number | undefined {
  const [at, zone] = [fieldOf(stop, 'at'), fieldOf(stop, 'zone')]
  if (!isLocalTime(at) || typeof zone !== 'string') return undefined
  const [read, clock] = [utc(at), clockOf(zone)]
  if (Number.isNaN(read) || clock === undefined) return undefined
  const shownThere = Date.parse(`${clock.format(read).replace(' ', 'T')}Z`)
  return read - (shownThere - read)
}
