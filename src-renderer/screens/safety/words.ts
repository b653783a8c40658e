import { officeDay, type Speech } from '../../app/text.ts'
import { daysAgo } from './standing.ts'

/** `i dag 14:00`, `i går 14:00`, `12 sep 16:40`: an instant as seen from another. */
export function whenSeen({ t, time, when }: Speech, iso: string, now: string): string {
  const days = daysAgo(iso, now)
  if (days === 0) return t('safety.today', { time: time(iso) })
  return days === 1 ? t('safety.yesterday', { time: time(iso) }) : when(iso, officeDay(now))
}

export const sizeOf = ({ t, number }: Speech, bytes: number): string =>
  bytes < 1_000_000 ? t('safety.size.kb', { n: number(Math.ceil(bytes / 1000)) }) : t('safety.size.mb', { n: number(bytes / 1_000_000) })
