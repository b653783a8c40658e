import { readFileSync } from 'node:fs'
import type { Language } from './language.ts'

export type MessageKey =
  | 'fetching'
  | 'noDisplay'
  | 'noWindowEngine'
  | 'namedBrowserMissing'
  | 'windowFailed'
  | 'electronFailed'
  | 'couldNotStart'
  | 'demonstrationHere'
  | 'registerInTerminal'
  | 'noRegisterThere'
  | 'startUsage'

/** The sentences of starting, before any window can show its own, in one language. The built main file finds them at the same depth. */
export function launchMessages(language: Language): (key: MessageKey) => string {
  const file = new URL(`../../resources/messages/${language}/launch.json`, import.meta.url)
  const texts: Partial<Record<MessageKey, string>> = JSON.parse(readFileSync(file, 'utf8'))
  return (key) => texts[key] ?? key
}
