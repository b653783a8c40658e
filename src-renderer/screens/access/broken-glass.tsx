import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'
import css from './access.module.css'

/** My own cases whose glass somebody broke, each a way to the case that says who and why. */
export function BrokenGlass(): ReactNode {
  const { t } = useSpeech()
  const broken = useAnswer('case.closed', {}).data?.broken ?? []
  if (broken.length === 0) return null
  return (
    <Banner status="alarm" title={t('access.broken.list', { n: broken.length })}>
      <p className={css['links']}>
        {broken.map((reference) => (
          <Link key={reference} to="/cases/$reference/$section" params={{ reference, section: 'overview' }}>
            {reference}
          </Link>
        ))}
      </p>
    </Banner>
  )
}
