import type { DeadlineView } from '#contract/views.ts'
import { departureLabel, readable } from '../../app/reasons.ts'
import type { Speech } from '../../app/text.ts'
import type { Overview } from '../../components/screen.tsx'
import type { StatusId } from '../../components/status.ts'

export type KeyDate = {
  readonly key: string
  readonly on: string
  readonly text: string
  readonly status: StatusId | undefined
  readonly strong: boolean
}

const shown = 8

/** The days that matter from now on, in order; the nearest few. */
export function keyDates({ identity, readiness, deadlines }: Overview, today: string, speech: Speech): readonly KeyDate[] {
  const { t, tOr } = speech
  const short = (gate: string): string => tOr([`gate.short.${gate}`, gate])
  const dates: KeyDate[] = [{ key: 'today', on: today, text: t('dates.today'), status: undefined, strong: true }]
  if (readiness.pause !== null)
    dates.push({ key: 'pause', on: readiness.pause.since, text: t('dates.paused'), status: 'pause', strong: true })
  if (identity.departure !== null) {
    const departure = departureLabel(speech, identity)
    const text = readiness.pause === null ? departure : t('dates.departureCannot', { departure })
    dates.push({ key: 'departure', on: identity.departure, text, status: undefined, strong: true })
  }
  for (const gate of readiness.gates) {
    if (gate.validThrough !== null && gate.state === 'met') {
      dates.push({
        key: `until ${gate.id}`,
        on: gate.validThrough,
        text: t('dates.expires', { gate: short(gate.id) }),
        status: gate.soon ? 'soon' : undefined,
        strong: false,
      })
    }
    if (gate.state === 'reconfirm' && gate.renewFrom !== null) {
      dates.push({
        key: `again ${gate.id}`,
        on: gate.renewFrom,
        text: t('dates.reconfirm', { gate: short(gate.id) }),
        status: 'again',
        strong: false,
      })
    }
  }
  for (const deadline of deadlines) {
    if (deadline.due === null || deadline.state === 'done' || deadline.state === 'ended' || repeatsGate(deadline)) continue
    const text = tOr([`deadline.${deadline.id}`], readable(speech, deadline.values))
    dates.push({ key: `${deadline.id} ${deadline.key}`, on: deadline.due, text, status: signOf(deadline), strong: false })
  }
  return dates
    .filter((date) => date.on >= today || date.key === 'pause' || date.status === 'expired')
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .slice(0, shown)
}

/** The safeguards' own last days are shown once, from readiness. */
const repeatsGate = ({ id }: DeadlineView): boolean => id === 'DL07'

const signOf = ({ state }: DeadlineView): StatusId | undefined =>
  state === 'overdue' ? 'expired' : state === 'due' || state === 'soon' ? 'soon' : undefined
