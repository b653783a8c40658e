import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { shownMinutes } from '../../app/names.tsx'
import { useSpeech } from '../../app/text.ts'
import { SettingPanel } from './setting-panel.tsx'

/** What protects against somebody who passes by. What cannot be turned off is shown as that, not left out. */
export function NamesPanel(): ReactNode {
  const { t } = useSpeech()
  const fixed = (value: string): ReactNode => (
    <>
      <Lock size={14} strokeWidth={1.75} aria-hidden="true" />
      {value}
    </>
  )
  return (
    <SettingPanel
      title={t('settings.names')}
      scope={t('settings.forEverybody')}
      settings={[
        { id: 'hidden', name: t('settings.names.hidden'), help: t('settings.names.hidden.help'), control: fixed(t('settings.fixed')) },
        {
          id: 'shown',
          name: t('settings.names.shown'),
          help: t('settings.names.shown.help'),
          control: fixed(t('settings.minutes', { n: shownMinutes })),
        },
      ]}
    />
  )
}
