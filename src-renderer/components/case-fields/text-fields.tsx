import type { ReactNode } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import type { CaseFieldGiven } from './field-shell.tsx'
import { TypedField } from './typed-field.tsx'
import { isText } from './use-field.ts'

const shownText = (held: Json): string => (isText(held) ? held : '')
const textOr = (shown: string): string | undefined => (shown.trim() === '' ? undefined : shown.trim())
const longestLine = 300
const longestText = 8000

/** Where the case keeps something else than the words themselves. */
type Keeps = { readonly shown: (held: Json) => string; readonly value: (words: string) => Json }

type TextGiven = CaseFieldGiven & {
  readonly longest?: number
  /** What to say of words that do not have the form they must have here. */
  readonly wrong?: (words: string) => string | undefined
  readonly keeps?: Keeps
}

/** One line of text. */
export function CaseText(given: TextGiven): ReactNode {
  return <Words {...given} longest={given.longest ?? longestLine} long={false} />
}

/** Running text, saved while it is written. */
export function CaseProse(given: CaseFieldGiven): ReactNode {
  return <Words {...given} longest={longestText} long />
}

type WordsGiven = TextGiven & { readonly longest: number; readonly long: boolean }

function Words({ longest, long, wrong, keeps, ...given }: WordsGiven): ReactNode {
  const { t } = useSpeech()
  const fault = (shown: string): string | undefined => {
    if (shown.trim().length > longest) return t('editing.fault.long', { n: longest })
    return shown.trim() === '' ? given.needed : wrong?.(shown.trim())
  }
  return <TypedField {...given} long={long} kind={{ shown: shownText, value: textOr, ...keeps, fault, isShown: isText }} />
}

type NumberGiven = CaseFieldGiven & {
  readonly least?: number
  readonly most?: number
  /** How many decimals it may have; none unless told. */
  readonly decimals?: number
}

const numberOf = (shown: string): number =>
  Number(
    shown
      .replaceAll(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-'),
  )

/** A number, with a decimal comma or point. */
export function CaseNumber({ least, most, decimals = 0, ...given }: NumberGiven): ReactNode {
  const { t } = useSpeech()
  const fault = (shown: string): string | undefined => {
    if (shown.trim() === '') return given.needed
    const number = numberOf(shown)
    const places = /[.,](\d*)$/.exec(shown.trim())?.[1]?.length ?? 0
    if (!Number.isFinite(number)) return t('editing.fault.number')
    if (places > decimals) return decimals === 0 ? t('editing.fault.whole') : t('editing.fault.decimals', { n: decimals })
    if (least !== undefined && number < least) return t('editing.fault.least', { n: least })
    return most !== undefined && number > most ? t('editing.fault.most', { n: most }) : undefined
  }
  const kind = {
    shown: (held: Json) => (typeof held === 'number' ? String(held).replace('.', ',') : ''),
    value: (shown: string) => (shown.trim() === '' ? undefined : numberOf(shown)),
    fault,
    isShown: isText,
  }
  return <TypedField size="short" {...given} inputMode={decimals === 0 ? 'numeric' : 'decimal'} kind={kind} />
}

type DayGiven = CaseFieldGiven & {
  /** Days outside say so at the field: ISO days. */
  readonly earliest?: string
  readonly latest?: string
  readonly keeps?: Keeps
}

/** A day, typed as 2026-08-12, 12/8 or “i går”. */
export function CaseDay({ earliest, latest, help, keeps, ...given }: DayGiven): ReactNode {
  const { t, day: dayWords } = useSpeech()
  const { today } = useRegister()
  const fault = (shown: string): string | undefined => {
    if (shown.trim() === '') return given.needed
    const day = typedDay(shown, today)
    if (day === undefined) return t('editing.fault.day')
    if (earliest !== undefined && day < earliest) return t('editing.fault.earliest', { day: dayWords(earliest) })
    return latest !== undefined && day > latest ? t('editing.fault.latest', { day: dayWords(latest) }) : undefined
  }
  const value = (shown: string): Json | undefined => {
    const day = typedDay(shown, today)
    return day === undefined ? undefined : (keeps?.value(day) ?? day)
  }
  const kind = { shown: keeps?.shown ?? shownText, value, fault, isShown: isText }
  return <TypedField size="short" {...given} help={help ?? t('editing.help.day')} kind={kind} />
}
