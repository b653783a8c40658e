import { translator } from '#catalogue/messages.ts'
import type { Language } from './language.ts'

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The texts of `resources/messages` in one language. */
export const translate = (language: Language): Translate => translator(language)
