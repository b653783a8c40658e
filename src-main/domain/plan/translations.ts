import type { CaseFile } from '../case/case-file.ts'
import { textsIn } from './map-texts.ts'

/** A translator's wording of a text of the register. */
export type PlanTranslation = { readonly language: string; readonly text: string; readonly translation: string }

/** Translations of what stands in this copy, and of nothing else: one of a text that was cut could tell what was withheld. */
export function translationsFor(copy: unknown, { translations = [] }: CaseFile): readonly PlanTranslation[] {
  const texts = textsIn(copy)
  return translations
    .filter(({ text }) => texts.has(text.trim()))
    .map(({ language, text, translation }) => ({ language, text: text.trim(), translation: translation.trim() }))
}
