import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseText } from '../../components/case-fields/text-fields.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './journal.module.css'

/** Places of the case that `AboutPanel` edits. */
export const aboutPlaces = ['/child/alias', '/diaryNumber'] as const

/** What the case is called here. */
export function AboutPanel(): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel title={t('about.title')}>
      <div className={css['body']}>
        <CaseText at="/child/alias" label={t('about.alias')} help={t('about.aliasHelp')} needed={t('about.aliasMissing')} />
        <CaseText at="/diaryNumber" label={t('about.diary')} optional />
      </div>
    </Panel>
  )
}
