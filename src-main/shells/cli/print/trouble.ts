import type { Failure } from '#contract/operations.ts'
import { officeZone } from '#domain/dates.ts'
import { adviceKey, isAcceptable, type StartFact } from '#domain/starts/safe-facts.ts'
import type { Language } from '../../language.ts'
import type { Terminal } from '../terminal.ts'

const signs = { met: '✓', soon: '!', stop: '✗' } as const

/** A register that does not open, in the order of the window's screen: what happened, what is safe, what to do. */
export function troubleLines(failure: Failure, facts: readonly StartFact[], { text, language }: Terminal): readonly string[] {
  const { code } = failure
  const values = spoken(failure.values ?? {}, language)
  const reference = values['reference']
  return [
    text('start.happened'),
    `  ${text(`start.${code}.title`, values)}. ${text(`start.${code}.what`, values)}`,
    text('start.safe'),
    ...facts.map(({ code: fact, standing, values: found }) => {
      const said = spoken(found, language)
      return `  ${signs[standing]} ${text(`start.fact.${fact}`, said)}. ${text(`start.fact.${fact}.detail`, said)}`
    }),
    text('start.ways'),
    `  ${text(adviceKey(code, values['file']), values)}`,
    ...(isAcceptable(code) ? [`  ${text(`start.${code}.accept`, values)} ${text('start.accept-option', { code })}`] : []),
    ...(reference === undefined ? [] : [text('start.reference', { reference })]),
  ]
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** Instants as a person reads them, by the office's clock. */
function spoken(values: NonNullable<Failure['values']>, language: Language): Record<string, string | number> {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: officeZone })
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && instant.test(value) ? format.format(new Date(value)) : value,
    ]),
  )
}
