import { type Options, stringOption } from './arguments.ts'
import { type Given, Usage } from './command.ts'

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string): boolean =>
  dayForm.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** The day of `--on`, or no field at all. */
export function onDay(options: Options): { readonly on?: string } {
  const day = stringOption(options, 'on')
  if (day === undefined) return {}
  if (!isDay(day)) throw new Usage('command.usage.day', { day })
  return { on: day }
}

/** The day of an option that a command can do without. */
export function dayOption(options: Options, name: Parameters<typeof stringOption>[1]): string | undefined {
  const day = stringOption(options, name)
  if (day !== undefined && !isDay(day)) throw new Usage('command.usage.day', { day })
  return day
}

/** The case reference that a command was given, in capitals as the register keeps it. */
export function referenceOf({ words }: Given): string {
  const given = words[0] ?? ''
  const reference = given.toUpperCase()
  if (!/^[A-Z]{2,4}-\d{4}-\d{4}$/.test(reference)) throw new Usage('command.usage.reference', { reference: given })
  return reference
}

/** An option that a command cannot do without; `shown` is how the help writes it. */
export function neededOption(options: Options, name: Parameters<typeof stringOption>[1], shown: string): string {
  const value = stringOption(options, name)
  if (value === undefined || value === '') throw new Usage('command.usage.needs', { option: `--${name} ${shown}` })
  return value
}

/** One of some words, or wrong use that names them all. */
export function oneOf<Word extends string>(word: string, known: readonly Word[], option: string): Word {
  const found = known.find((each) => each === word)
  if (found === undefined) throw new Usage('command.usage.one-of', { option, found: word, known: known.join(', ') })
  return found
}
