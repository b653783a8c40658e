import type { ReactNode } from 'react'
import { chooseDensity, chooseLanguage, chooseTheme } from '../../app/actions/choose.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { useSpeech } from '../../app/text.ts'
import { Segment } from '../../components/segment.tsx'
import { SettingPanel } from './setting-panel.tsx'

/** Light or dark, close or airy, Swedish or English. */
export function AppearancePanel(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  return (
    <SettingPanel
      title={t('settings.appearance')}
      scope={t('settings.forYou')}
      settings={[
        {
          id: 'theme',
          name: t('settings.theme'),
          help: t('settings.theme.help'),
          control: (
            <Segment
              labelled
              label={t('settings.theme')}
              value={context.theme}
              choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: t(`theme.${id}`) }))}
              onChange={(theme) => chooseTheme(theme).run(context)}
            />
          ),
        },
        {
          id: 'density',
          name: t('user.density'),
          help: t('settings.density.help'),
          control: (
            <Segment
              labelled
              label={t('user.density')}
              value={context.density}
              choices={(['normal', 'airy'] as const).map((id) => ({ id, label: t(`density.${id}`) }))}
              onChange={(density) => chooseDensity(density).run(context)}
            />
          ),
        },
        {
          id: 'language',
          name: t('user.language'),
          help: t('settings.language.help'),
          control: (
            <Segment
              labelled
              label={t('user.language')}
              value={context.language}
              choices={(['sv', 'en'] as const).map((id) => ({ id, label: t(`user.language.${id}`) }))}
              onChange={(language) => chooseLanguage(language).run(context)}
            />
          ),
        },
      ]}
    />
  )
}
