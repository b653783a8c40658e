import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { goToAdvice } from '../app/actions/advice.ts'
import { goToCases, goToVerify } from '../app/actions/go.ts'
import { goToPartners } from '../app/actions/partners.ts'
import { goToSettings } from '../app/actions/settings.ts'
import { useWindowContext } from '../app/actions/window-context.ts'
import { useMedia } from '../app/preferences.tsx'
import { useSpeech } from '../app/text.ts'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './frame.module.css'

const places = [
  { action: goToCases, paths: ['/cases', '/new-case'] },
  { action: goToPartners, paths: ['/partners', '/countries'] },
  { action: goToAdvice, paths: ['/advice'] },
  { action: goToVerify, paths: ['/verify'] },
  { action: goToSettings, paths: ['/settings', '/safety', '/weeding'] },
]

/** The places of the window. One that does not exist yet is absent. */
export function Rail(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const icons = useMedia('(max-width: 1100px)')
  return (
    <nav className={css['rail']} aria-label={t('rail.label')} data-pane="">
      {places.map(({ action, paths }) => {
        const name = t(action.label(context).key)
        const Icon = action.icon
        return (
          <TooltipTrigger key={action.id} delay={500} isDisabled={!icons}>
            <Button
              className={cx(css['place'])}
              onPress={() => action.run(context)}
              data-action={action.id}
              {...(paths.some((own) => path.startsWith(own)) ? { 'aria-current': 'page' as const } : {})}
            >
              {Icon === undefined ? null : <Icon size={20} strokeWidth={1.75} aria-hidden="true" />}
              <span className={css['place-name']}>{name}</span>
            </Button>
            <Tooltip className={cx(buttons['tip'])} placement="right" offset={6}>
              {name}
            </Tooltip>
          </TooltipTrigger>
        )
      })}
    </nav>
  )
}
