import { mapTexts } from '#domain/plan/map-texts.ts'
import type { PlanTranslation } from '#domain/plan/translations.ts'
import { folded } from '#domain/search/fold.ts'
import { countryName, type PlanLanguage } from './formats.ts'
import { bare, officeLanguage, type Words, wordsIn } from './words.ts'

type Translated<Model> = { readonly model: Model; readonly words: Words }

/**
 * A model with the texts of the register in the copy's language: as a translator has worded them, or, for offices, roles and kinds of documents that
 * the product has a word for, by that. What has neither stays as it was typed, and `words.typed` marks it.
 */
export function inCopyLanguage<Model extends { readonly translations: readonly PlanTranslation[] }>(
  model: Model,
  language: PlanLanguage,
): Translated<Model> {
  if (language === officeLanguage) return { model, words: wordsIn(language) }
  const known = new Map(
    model.translations.filter((each) => each.language === language).map(({ text, translation }) => [bare(text), bare(translation)]),
  )
  const translated = new Set<string>()
  const { say, has } = wordsIn(language)
  const changed = mapTexts(model, (text, path) => {
    // What a reader compares with the signature stays as the certificate has it.
    if (path.includes('.certificate.')) return text
    const found = known.get(bare(text)) ?? term(text, say, has) ?? countriesBySwedishName().get(text)?.[language]
    if (found === undefined) return text
    translated.add(found)
    return text.trim().endsWith('.') ? `${found}.` : found
  })
  return { model: changed, words: wordsIn(language, translated) }
}

/** `Polisens kontaktperson` is `plan.term.polisens-kontaktperson`. */
function term(text: string, say: Words['say'], has: Words['has']): string | undefined {
  const key = `plan.term.${folded(text.trim()).replace(/\s+/g, '-')}`
  if (!/^[\p{L} ]{4,40}$/u.test(text) || !has(key)) return undefined
  const word = say(key)
  return /^\p{Lu}/u.test(text) ? word.slice(0, 1).toLocaleUpperCase() + word.slice(1) : word
}

let countries: ReadonlyMap<string, Readonly<Record<PlanLanguage, string>>> | undefined

function countriesBySwedishName() {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  countries ??= new Map(
    letters
      .flatMap((one) => letters.map((other) => one + other))
      .map((code) => [countryName(code, 'sv'), { sv: countryName(code, 'sv'), en: countryName(code, 'en') }] as const)
      .filter(([name]) => name.length > 2),
  )
  return countries
}
