import type { ReactNode } from 'react'
import { goToSafety } from '../../app/actions/backup.ts'
import { goToWeeding } from '../../app/actions/weeding.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { SettingPanel } from './setting-panel.tsx'

/** How long things are kept and how they survive: two screens of their own. */
export function KeepingPanel(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const open = (action: typeof goToSafety): ReactNode => <ActionButton action={action} context={context} look="link" />
  return (
    <SettingPanel
      title={t('settings.keeping')}
      scope={t('settings.forRegister')}
      settings={[
        { id: 'safety', name: t('screen.safety'), help: t('settings.safety.help'), control: open(goToSafety) },
        { id: 'weeding', name: t('screen.weeding'), help: t('settings.weeding.help'), control: open(goToWeeding) },
      ]}
    />
  )
}
