import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]
export type MessageValues = Readonly<Record<string, string | number>>

/** Writes a text of the message files in one language; asks for a key that exists and for every value that the text names. */
export type Translator = (key: string, values?: MessageValues) => string

/** Sources lie two folders deep, and so does the built main. */
const shipped = new URL('../../resources/messages/', import.meta.url)

/** The window bundles its own texts and may word some of these anew for its screens. */
const ofTheWindow = 'window.json'

/** All texts of a language by their key, but the window's own. A key in two files is a mistake of ours and throws. */
export function readMessages(language: Language, folder: URL = shipped): ReadonlyMap<string, string> {
  const messages = new Map<string, string>()
  const home = new URL(`${language}/`, folder)
  for (const file of readdirSync(home)
    .filter((name) => name.endsWith('.json') && name !== ofTheWindow)
    .toSorted())
    for (const [key, text] of Object.entries<string>(JSON.parse(readFileSync(new URL(file, home), 'utf8')))) {
      if (messages.has(key)) throw new Error(`two texts for ${key}, the second in ${file}`)
      messages.set(key, text)
    }
  return messages
}

const translators = new Map<string, Translator>()

/** The texts of a language, formatted by ICU rules; each is read once and parsed when it is first asked for. */
export function translator(language: Language, folder: URL = shipped): Translator {
  const place = new URL(`${language}/`, folder).href
  const known = translators.get(place)
  if (known !== undefined) return known
  const made = makeTranslator(language, readMessages(language, folder))
  translators.set(place, made)
  return made
}

function makeTranslator(language: Language, messages: ReadonlyMap<string, string>): Translator {
  const parsed = new Map<string, IntlMessageFormat>()
  return (key, values = {}) => {
    const format = parsed.get(key) ?? parse(key)
    parsed.set(key, format)
    return String(format.format<never>(values))
  }

  function parse(key: string): IntlMessageFormat {
    const text = messages.get(key)
    if (text === undefined) throw new RangeError(`no text ${key} in ${language}`)
    return new IntlMessageFormat(text, language)
  }
}
