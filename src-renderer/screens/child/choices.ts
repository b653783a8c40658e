import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useSpeech } from '../../app/text.ts'
import type { CodedChoice } from '../../components/case-fields/choice-fields.tsx'

/** The codes of a list, with their words out of the first of these homes that has them. */
export function useChoices(codes: readonly string[], ...homes: readonly string[]): readonly CodedChoice[] {
  const { tOr } = useSpeech()
  return codes.map((id) => ({ id, label: tOr(homes.map((home) => `${home}.${id}`)) }))
}

/** Every code that has a word in a list of the catalogue, in the order of the words. */
export function useListed(home: string): readonly CodedChoice[] {
  const { messages, locale } = useIntl()
  return useMemo(
    () =>
      Object.entries(messages)
        .filter(([key]) => key.startsWith(`${home}.`))
        .map(([key, label]) => ({ id: key.slice(home.length + 1), label: String(label) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, locale)),
    [messages, locale, home],
  )
}
