import { Check, ChevronDown, CircleUser } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { Action } from '../app/actions/action.ts'
import { chooseDensity, chooseLanguage, chooseTheme } from '../app/actions/choose.ts'
import { useWindowContext, type WindowContext } from '../app/actions/window-context.ts'
import { useRegister } from '../app/status-context.ts'
import { useSpeech } from '../app/text.ts'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './frame.module.css'

/** Who works here, and the two things that are theirs alone: language and light. */
export function UserMenu(): ReactNode {
  const { t } = useSpeech()
  const { user } = useRegister()
  const context = useWindowContext()
  const languages = (['sv', 'en'] as const).map((id) => ({ action: chooseLanguage(id), on: context.language === id }))
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({ action: chooseTheme(id), on: context.theme === id }))
  const densities = (['normal', 'airy'] as const).map((id) => ({ action: chooseDensity(id), on: context.density === id }))
  return (
    <MenuTrigger>
      <Button className={cx(buttons['button'], buttons['bar'])} aria-label={t('user.menu', { user: user ?? t('user.nobody') })}>
        <CircleUser size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={css['user-name']}>{user ?? t('user.nobody')}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className={cx(css['popover'])} placement="bottom end">
        <Menu className={cx(css['menu'])} aria-label={t('user.settings')}>
          <Choices title={t('user.language')} choices={languages} context={context} />
          <Choices title={t('user.theme')} choices={themes} context={context} />
          <Choices title={t('user.density')} choices={densities} context={context} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

type ChoicesGiven = {
  readonly title: string
  readonly choices: readonly { readonly action: Action<WindowContext>; readonly on: boolean }[]
  readonly context: WindowContext
}

function Choices({ title, choices, context }: ChoicesGiven): ReactNode {
  const { t } = useSpeech()
  const chosen = choices.filter((each) => each.on).map((each) => each.action.id)
  return (
    <MenuSection selectionMode="single" selectedKeys={chosen} disallowEmptySelection>
      <Header className={css['menu-head']}>{title}</Header>
      {choices.map(({ action, on }) => (
        <MenuItem key={action.id} id={action.id} className={cx(css['item'])} onAction={() => action.run(context)}>
          <span className={css['tick']}>{on ? <Check size={16} strokeWidth={2} aria-hidden="true" /> : null}</span>
          {t(action.label(context).key)}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
