export type MessageValues = Readonly<Record<string, string | number>>

/**
 * Fills an ICU message: `{x}`, `{x, plural, one {…} =0 {…} other {… # …}}`, `{x, select, a {…} other {…}}`.
 * The messages of the plan use no more of the format, and the window reads the same files with its own library.
 */
export function formatMessage(message: string, values: MessageValues, language: string, counted?: string): string {
  let result = ''
  let at = 0
  while (at < message.length) {
    const character = message[at] ?? ''
    if (character === '{') {
      const end = closing(message, at)
      result += filled(message.slice(at + 1, end), values, language)
      at = end + 1
    } else {
      result += character === '#' && counted !== undefined ? counted : character
      at++
    }
  }
  return result
}

/** Place of the brace that closes the one at `open`. */
function closing(message: string, open: number): number {
  let depth = 0
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth++
    if (message[at] === '}' && --depth === 0) return at
  }
  throw new SyntaxError(`a brace is never closed: ${message}`)
}

function filled(argument: string, values: MessageValues, language: string): string {
  const [, name = '', kind, choices = ''] = /^\s*([\w-]+)\s*(?:,\s*(plural|select)\s*,\s*([\s\S]*))?$/.exec(argument) ?? []
  const value = values[name]
  if (value === undefined) throw new RangeError(`no value for {${argument}}`)
  if (kind === undefined) return String(value)
  const options = optionsOf(choices)
  const category = kind === 'plural' ? new Intl.PluralRules(language).select(Number(value)) : String(value)
  const chosen = options.get(`=${value}`) ?? options.get(category) ?? options.get('other')
  if (chosen === undefined) throw new RangeError(`no choice for ${value} in {${argument}}`)
  return formatMessage(chosen, values, language, kind === 'plural' ? String(value) : undefined)
}

function optionsOf(choices: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  let at = 0
  while (at < choices.length) {
    const open = choices.indexOf('{', at)
    if (open === -1) break
    const end = closing(choices, open)
    options.set(choices.slice(at, open).trim(), choices.slice(open + 1, end))
    at = end + 1
  }
  return options
}
