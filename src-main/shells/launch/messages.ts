import { readFileSync } from 'node:fs'
import type { Language } from '../language.ts'

export type MessageKey = 'fetching' | 'noDisplay' | 'noWindowEngine' | 'windowFailed' | 'electronFailed'

/** The sentences of `npm start` in one language. */
export function launchMessages(language: Language): (key: MessageKey) => string {
  const file = new URL(`../../../resources/messages/${language}/launch.json`, import.meta.url)
  const texts: Partial<Record<MessageKey, string>> = JSON.parse(readFileSync(file, 'utf8'))
  return (key) => texts[key] ?? key
}
