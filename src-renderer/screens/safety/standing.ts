import type { Output } from '#contract/operations.ts'
import { daysBetween, officeDay } from '../../app/text.ts'
import type { StatusId } from '../../components/status.ts'

export type BackupState = Output<'backup.state'>
export type Place = BackupState['places'][number]
export type Health = Output<'backup.health'>
type Attempts = Output<'backup.make'>['attempts']
export type Attempt = Attempts[number]

/** After so many days a trial of reading back is due again; Hemväg's own rule. */
export const trialDays = 90

/** Whole days from one instant to another, by the office's clock. */
export const daysAgo = (iso: string, now: string): number => daysBetween(officeDay(iso), officeDay(now))

/** Only what can still be there counts: a copy that is gone from a place that can be reached is no copy. */
const newest = (places: readonly Place[]): Place | undefined =>
  places
    .filter((place) => place.lastGoodAt !== null && kindOf(place) !== 'lost')
    .toSorted((a, b) => (b.lastGoodAt ?? '').localeCompare(a.lastGoodAt ?? ''))[0]

/** The newest good copy of all; undefined where there is none. */
export const newestGood = ({ places }: BackupState): Place | undefined => newest(places)

/** The place that a trial reads from: the newest copy that can be reached. */
export const placeToTry = ({ places }: BackupState): Place | undefined =>
  newest(places.filter((place) => place.isThere && place.newest !== null))

export type Loss = { readonly kind: 'never' | 'same-disk' | 'old' | 'kept'; readonly at: string | null }

/** What is left of the work if the computer breaks now. A copy on its own disk does not count. */
export function lossOf(state: BackupState): Loss {
  const apart = newest(state.places.filter(({ sameDisk }) => !sameDisk))
  if (apart !== undefined) return { kind: apart.tooOld ? 'old' : 'kept', at: apart.lastGoodAt }
  const together = newestGood(state)
  return together === undefined ? { kind: 'never', at: null } : { kind: 'same-disk', at: together.lastGoodAt }
}

export type PlaceKind = 'good' | 'gone' | 'none' | 'lost' | 'old'

export function kindOf({ isThere, lastGoodAt, newest: copy, tooOld }: Place): PlaceKind {
  if (!isThere) return 'gone'
  if (lastGoodAt === null) return 'none'
  if (copy === null) return 'lost'
  return tooOld ? 'old' : 'good'
}

export const placeStatus = { good: 'met', gone: 'soon', none: 'open', lost: 'stop', old: 'soon' } as const satisfies Record<
  PlaceKind,
  StatusId
>

export const isTrialDue = ({ trial, now, places }: BackupState): boolean =>
  places.some((place) => place.lastGoodAt !== null) && (trial === null || !trial.intact || daysAgo(trial.at, now) > trialDays)

/** How many things somebody should see to. */
export function toDo(state: BackupState, health: Health | undefined, attempts: Attempts): number {
  const { places } = state
  const failed = (place: Place): boolean => attempts.some(({ placeId, failure }) => placeId === place.id && failure !== null)
  const found = [
    places.length === 0,
    places.some((place) => place.unreached),
    isTrialDue(state),
    health !== undefined && health.damagedPages > 0,
    health !== undefined && !health.journalIntact,
    health !== undefined && health.recoveryKeyAt === null,
    lossOf(state).kind === 'same-disk',
  ].filter(Boolean).length
  return found + places.filter((place) => kindOf(place) !== 'good' || failed(place)).length
}
