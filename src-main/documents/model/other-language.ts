import type { LanguageTag, Run } from './text.ts'

/*
 * Words in another language travel inside ordinary strings, so that sentences can be put together from them: private-use characters,
 * which no face draws, stand before the language, between it and the words, and after them.
 */
const [open, between, close] = ['\uE000', '\uE001', '\uE002']
const stretch = new RegExp(`${open}([^${between}]*)${between}([^${close}]*)${close}`, 'u')
const marks = new RegExp(`${open}[^${between}]*${between}|[${open}${between}${close}]`, 'gu')

/** The text, marked as being in another language than what surrounds it. */
export const inLanguage = (language: LanguageTag, text: string): string => {
  const plain = withoutLanguages(text)
  return plain === '' ? '' : `${open}${language}${between}${plain}${close}`
}

/** The words alone. */
export const withoutLanguages = (text: string): string => text.replace(marks, '')

/** Applies a change to the first letter of a text, wherever a mark stands before it. */
export const changeFirst = (text: string, change: (letter: string) => string): string =>
  text.replace(new RegExp(`^((?:${open}[^${between}]*${between})?)(.)`, 'su'), (_, mark: string, first: string) => mark + change(first))

/** The stretches of a text, each with its language where that differs. */
export function stretchesOf(text: string): readonly (string | Run)[] {
  const found = stretch.exec(text)
  if (!found) return text === '' ? [] : [text]
  const [whole, language = '', words = ''] = found
  const before = text.slice(0, found.index)
  return [...(before === '' ? [] : [before]), { text: words, language }, ...stretchesOf(text.slice(found.index + whole.length))]
}
