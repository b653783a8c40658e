import type { ReactNode } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'

/** Said before the disk is full, while there is still time to make room. */
export function LowSpace(): ReactNode {
  const { t, number } = useSpeech()
  const lowSpace = useAnswer('register.examine', { trouble: null }).data?.lowSpace ?? null
  if (lowSpace === null) return null
  return (
    <Banner status="soon" title={t('start.low-space.title')}>
      <p>{t('start.low-space', { size: number(Math.floor(lowSpace / 1_000_000)) })}</p>
    </Banner>
  )
}
