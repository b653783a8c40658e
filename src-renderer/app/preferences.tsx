import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

export type Language = 'sv' | 'en'
export type Theme = 'system' | 'light' | 'dark'
export type Density = 'normal' | 'airy'
type Chosen = { readonly language: Language | undefined; readonly theme: Theme; readonly density: Density }
type Preferences = Chosen & {
  readonly language: Language
  readonly choose: (change: Partial<Chosen>) => void
  readonly suggest: (language: Language) => void
}

const place = 'hemvag.preferences'
const untouched: Chosen = { language: undefined, theme: 'system', density: 'normal' }
const PreferencesContext = createContext<Preferences | undefined>(undefined)

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext)
  if (preferences === undefined) throw new Error('usePreferences outside PreferencesProvider')
  return preferences
}

/** Language, light or dark, density. Nothing about a case is ever kept here. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(remembered)
  const [suggested, suggest] = useState<Language>('sv')
  const dark = useMedia('(prefers-color-scheme: dark)')
  const language = chosen.language ?? suggested
  const theme = chosen.theme === 'system' ? (dark ? 'dark' : 'light') : chosen.theme
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dataset['theme'] = theme
    root.dataset['density'] = chosen.density
  }, [language, theme, chosen.density])
  const preferences = useMemo<Preferences>(
    () => ({
      ...chosen,
      language,
      suggest,
      choose: (change) =>
        setChosen((before) => {
          const after = { ...before, ...change }
          remember(after)
          return after
        }),
    }),
    [chosen, language],
  )
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>
}

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const follow = (): void => setHolds(list.matches)
    follow()
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return holds
}

function remembered(): Chosen {
  try {
    return { ...untouched, ...readable(JSON.parse(localStorage.getItem(place) ?? '{}')) }
  } catch {
    return untouched
  }
}

function readable(found: unknown): Partial<Chosen> {
  if (typeof found !== 'object' || found === null) return {}
  return {
    ...('language' in found && (found.language === 'sv' || found.language === 'en') ? { language: found.language } : {}),
    ...('theme' in found && (found.theme === 'light' || found.theme === 'dark') ? { theme: found.theme } : {}),
    ...('density' in found && found.density === 'airy' ? { density: found.density } : {}),
  }
}

function remember(chosen: Chosen): void {
  try {
    localStorage.setItem(place, JSON.stringify(chosen))
  } catch {
    // A shell without storage only forgets the choice at the next start.
  }
}
