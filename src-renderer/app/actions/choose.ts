import type { Density, Language, Theme } from '../preferences.tsx'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const chooseLanguage = (language: Language): Action<WindowContext> => ({
  id: `choose-${language}`,
  label: () => ({ key: `user.language.${language}` }),
  run: (context) => context.chooseLanguage(language),
})

export const chooseTheme = (theme: Theme): Action<WindowContext> => ({
  id: `choose-${theme}`,
  label: () => ({ key: `theme.${theme}` }),
  run: (context) => context.chooseTheme(theme),
})

export const chooseDensity = (density: Density): Action<WindowContext> => ({
  id: `choose-${density}`,
  label: () => ({ key: `density.${density}` }),
  run: (context) => context.chooseDensity(density),
})
