import { createContext, use } from 'react'
import type { Density, Language, Theme } from '../preferences.tsx'
import type { SectionId } from '../sections.ts'

/** What the window-wide commands act on. */
export type WindowContext = {
  readonly reference: string | undefined
  readonly section: SectionId | undefined
  readonly namesShown: boolean
  readonly minutesLeft: number
  /** The register refused to show names. */
  readonly namesRefused: boolean
  readonly language: Language
  readonly theme: Theme
  readonly density: Density
  readonly goToCases: () => void
  readonly goToNewCase: () => void
  readonly goToVerify: () => void
  readonly goToPartners: () => void
  readonly goToCountries: () => void
  readonly goToAdvice: () => void
  readonly goToWeeding: () => void
  readonly goToSafety: () => void
  readonly goToSettings: () => void
  readonly goToSection: (section: SectionId) => void
  readonly goBack: () => void
  readonly showNames: () => void
  readonly hideNames: () => void
  readonly chooseLanguage: (language: Language) => void
  readonly chooseTheme: (theme: Theme) => void
  readonly chooseDensity: (density: Density) => void
  readonly turn: (way: 'undo' | 'redo') => void
  readonly lock: () => void
}

const Context = createContext<WindowContext | undefined>(undefined)
export const WindowContextProvider = Context.Provider

export function useWindowContext(): WindowContext {
  const context = use(Context)
  if (context === undefined) throw new Error('useWindowContext outside its provider')
  return context
}
