import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from '../components/frame.module.css'
import { Rail } from '../components/rail.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { UndoToast } from '../components/undo-toast.tsx'
import { LowSpace } from '../screens/trouble/low-space.tsx'
import { WindowContextProvider } from './actions/window-context.ts'
import { useShortcuts } from './shortcuts.ts'
import { useRegister } from './status-context.ts'
import { useSpeech } from './text.ts'
import { useIdleLock, useWindowCommands } from './window-commands.ts'

/** Top bar, rail and the screen. */
export function Frame(): ReactNode {
  const context = useWindowCommands()
  useIdleLock(context.lock)
  return (
    <WindowContextProvider value={context}>
      <Furniture />
    </WindowContextProvider>
  )
}

function Furniture(): ReactNode {
  const { t, longDay } = useSpeech()
  const { demonstration, today } = useRegister()
  useShortcuts()
  return (
    <div className={css['app']}>
      <TopBar />
      {demonstration ? (
        <section className={css['band']} data-fill="" aria-label={t('demonstration.label')}>
          <span>{t('demonstration.band', { day: longDay(today) })}</span>
        </section>
      ) : null}
      <Rail />
      <div className={css['screen']}>
        <LowSpace />
        <Outlet />
      </div>
      <UndoToast />
    </div>
  )
}
