import type { ReactNode } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import css from './unlock.module.css'

/** When the last good copy was made: all that a locked register says of its copies. */
export function LastBackup({ today }: { readonly today: string }): ReactNode {
  const { t, when } = useSpeech()
  const { data: seen } = useAnswer('backup.seen', {})
  if (seen === undefined || (seen.lastGoodAt === null && seen.failed === null)) return null
  const { lastGoodAt, failed } = seen
  return (
    <p className={css['foot']}>
      {lastGoodAt === null ? t('safety.last.never') : t('safety.seen', { at: when(lastGoodAt, today) })}
      {failed === null ? null : ` ${t('safety.seen.failed', { at: when(failed.at, today) })}`}
    </p>
  )
}
