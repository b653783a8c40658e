import { Menu as MenuIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { goToCases, goToVerify } from '../app/actions/go.ts'
import { lock } from '../app/actions/lock.ts'
import { toggleNames } from '../app/actions/toggle-names.ts'
import { useWindowContext } from '../app/actions/window-context.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from './action-button.tsx'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './frame.module.css'
import { Mark } from './glyph.tsx'
import { SavedState } from './saved-state.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const shown = context.namesShown
    ? t('names.shown', { n: context.minutesLeft })
    : t(context.namesRefused ? 'names.refused' : 'names.hidden')
  return (
    <header className={css['top']} data-pane="">
      <div className={css['brand']}>
        <Mark />
      </div>
      <span className={css['name']}>{t('app.name')}</span>
      <PlacesMenu />
      <SavedState />
      {context.reference === undefined ? null : (
        <>
          <ActionButton action={toggleNames(context)} context={context} look="bar" shown={shown} />
          <span className={css['divider']} />
        </>
      )}
      <UserMenu />
      <ActionButton action={lock} context={context} look="bar" />
    </header>
  )
}

/** At 200 per cent the rail becomes this menu. */
function PlacesMenu(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const places = [goToCases, goToVerify]
  return (
    <MenuTrigger>
      <Button className={cx(buttons['button'], buttons['bar'], css['menu-button'])}>
        <MenuIcon size={18} strokeWidth={1.75} aria-hidden="true" />
        {t('rail.menu')}
      </Button>
      <Popover className={cx(css['popover'])} placement="bottom start">
        <Menu className={cx(css['menu'])} aria-label={t('rail.menu')}>
          {places.map((place) => (
            <MenuItem key={place.id} id={place.id} className={cx(css['item'])} onAction={() => place.run(context)}>
              {t(place.label(context).key)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
