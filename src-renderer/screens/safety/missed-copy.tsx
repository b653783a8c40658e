import type { ReactNode } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'

/** The copy that was to be made when the register was closed, and was not. */
export function MissedCopy(): ReactNode {
  const { t, has, when } = useSpeech()
  const failed = useAnswer('backup.seen', {}).data?.failed ?? null
  if (failed === null) return null
  const why = `safety.missed.${failed.messageKey.split('.').at(-1)}`
  return (
    <Banner status="stop" title={t('safety.missed', { at: when(failed.at) })}>
      <p>{t(has(why) ? why : 'safety.missed.other')}</p>
    </Banner>
  )
}
