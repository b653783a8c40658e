import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { usePreferences } from '../../app/preferences.tsx'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import css from './unlock.module.css'
import { WayHome } from './way-home.tsx'

/** What stands before a register is open: the way home at the left, one thing to do at the right. */
export function LockPage({ children, beside }: { readonly children: ReactNode; readonly beside?: ReactNode }): ReactNode {
  return (
    <main className={cx(css['page'], beside !== undefined && css['start'])} data-ready="">
      <WayHome>{beside}</WayHome>
      <div className={css['side']}>
        <LanguageCorner />
        {children}
      </div>
    </main>
  )
}

function LanguageCorner(): ReactNode {
  const { t } = useSpeech()
  const { language, choose } = usePreferences()
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <div className={css['corner']}>
      <Button className={cx(buttons['button'], buttons['bar'])} onPress={() => choose({ language: other })}>
        {t(`user.language.${other}`)}
      </Button>
    </div>
  )
}
