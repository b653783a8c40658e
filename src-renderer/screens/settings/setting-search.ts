import { createContext, use } from 'react'

const Context = createContext('')

/** What is searched for among the settings. */
export const SettingSearch = Context.Provider

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether a setting with these words stays while one searches. */
export function useSettingMatch(): (...words: readonly string[]) => boolean {
  const text = folded(use(Context).trim())
  return (...words) => folded(words.join(' ')).includes(text)
}
