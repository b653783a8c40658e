import type { Language } from './preferences.tsx'

const files = import.meta.glob<Readonly<Record<string, string>>>('../../resources/messages/*/*.json', { eager: true, import: 'default' })

const gather = (language: Language): Readonly<Record<string, string>> =>
  Object.assign({}, ...Object.entries(files).flatMap(([path, messages]) => (path.includes(`/${language}/`) ? [messages] : [])))

/** Every text of the house by language; `resources/messages` is its one home. */
export const messages: Readonly<Record<Language, Readonly<Record<string, string>>>> = { sv: gather('sv'), en: gather('en') }
