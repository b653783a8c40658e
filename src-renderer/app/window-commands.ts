import { useQueryClient } from '@tanstack/react-query'
import { useMatches, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { WindowContext } from './actions/window-context.ts'
import { useChanges } from './changes.tsx'
import { lockWhenKept } from './editing/keeping.ts'
import { useNames } from './names.tsx'
import { usePreferences } from './preferences.tsx'
import { coverCases, useAnswer, useCommand } from './queries.ts'
import { isSectionId, type SectionId } from './sections.ts'

/** What the window-wide actions may do, bound to this window's router, register and preferences. */
export function useWindowCommands(): WindowContext {
  const navigate = useNavigate()
  const { history } = useRouter()
  const client = useQueryClient()
  const names = useNames()
  const preferences = usePreferences()
  const { turn } = useChanges()
  const { mutateAsync: lockRegister } = useCommand('register.lock')
  const { reference, section } = usePlace()
  return useMemo<WindowContext>(
    () => ({
      reference,
      section,
      namesShown: names.shownFor === reference && reference !== undefined,
      minutesLeft: names.minutesLeft,
      namesRefused: names.failed,
      language: preferences.language,
      theme: preferences.theme,
      density: preferences.density,
      goToCases: () => void navigate({ to: '/cases' }),
      goToNewCase: () => void navigate({ to: '/new-case' }),
      goToVerify: () => void navigate({ to: '/verify' }),
      goToPartners: () => void navigate({ to: '/partners' }),
      goToCountries: () => void navigate({ to: '/countries' }),
      goToAdvice: () => void navigate({ to: '/advice' }),
      goToWeeding: () => void navigate({ to: '/weeding' }),
      goToSafety: () => void navigate({ to: '/safety' }),
      goToSettings: () => void navigate({ to: '/settings' }),
      goToSection: (to) =>
        void (reference === undefined ? undefined : navigate({ to: '/cases/$reference/$section', params: { reference, section: to } })),
      goBack: () => history.back(),
      showNames: () => (reference === undefined ? undefined : names.show(reference)),
      hideNames: names.hide,
      chooseLanguage: (language) => preferences.choose({ language }),
      chooseTheme: (theme) => preferences.choose({ theme }),
      chooseDensity: (density) => preferences.choose({ density }),
      turn: (way) => (reference === undefined ? undefined : turn(way, reference)),
      lock: () => {
        names.hide()
        lockWhenKept(() => lockRegister({}))
        coverCases(client)
      },
    }),
    [reference, section, names, preferences, navigate, history, client, lockRegister, turn],
  )
}

function usePlace(): { readonly reference: string | undefined; readonly section: SectionId | undefined } {
  const params = useMatches({ select: (matches) => matches.at(-1)?.params })
  const reference = params !== undefined && 'reference' in params ? params.reference : undefined
  const section = params !== undefined && 'section' in params && isSectionId(params.section ?? '') ? params.section : undefined
  return { reference, section: section !== undefined && isSectionId(section) ? section : undefined }
}

/** Until one's own setting is known. @source Hemväg rule */
const idleAtFirst = 10

/** Locks after the set minutes in which nobody touched the window. */
export function useIdleLock(lock: () => void): void {
  const idleMinutes = useAnswer('lock.settings', {}).data?.idleMinutes ?? idleAtFirst
  useEffect(() => {
    let timer = 0
    const touched = (): void => {
      window.clearTimeout(timer)
      timer = window.setTimeout(lock, idleMinutes * 60_000)
    }
    touched()
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, touched)
    }
  }, [lock, idleMinutes])
}
