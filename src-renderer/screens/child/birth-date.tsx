import type { ReactNode } from 'react'
import { ageOn, type PlainDate } from '#domain/dates.ts'
import { isPartial, type PartialDate, spanOf } from '#domain/dates-typed.ts'
import { type Edit, type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { CasePartialDay } from '../../components/case-fields/partial-day-field.tsx'
import css from './child.module.css'
import { useChoices } from './choices.ts'
import { recordsAt, textIn } from './records.ts'

const [known, value] = ['/child/birthDate/known', '/child/birthDate/value']
const standings = ['verified', 'stated', 'disputed']

const textOr = (held: Json, otherwise: string): string => (typeof held === 'string' ? held : otherwise)

/** The day of birth as far as it is known, how certain it is, and the age that follows. */
export function BirthDate(): ReactNode {
  const speech = useSpeech()
  const { t, day: dayWords } = speech
  const { today } = useRegister()
  const { held } = useCaseEditing()
  const reckoned = textOr(held(value), today)
  const found = foundOn(held('/child/identifications'))
  const wrong = (day: PartialDate): string | undefined => {
    const { first } = spanOf(day, reckoned)
    if (first > today) return t('child.born.future')
    return found !== undefined && first > found ? t('child.born.afterFound', { day: dayWords(found) }) : undefined
  }
  const edits = (day: PartialDate): readonly Edit[] => {
    if (!isPartial(day)) return [{ at: known }, { at: value, value: day }]
    const { last } = spanOf(day, reckoned)
    return [
      { at: known, value: day },
      { at: value, value: found !== undefined && last > found ? found : last },
    ]
  }
  return (
    <>
      <CasePartialDay
        at={known}
        label={t('child.born')}
        needed={t('child.born.needed')}
        keeps={{ otherwise: reckoned, edits }}
        wrong={wrong}
      />
      <CaseChoice at="/child/birthDate/standing" label={t('child.standing')} choices={useChoices(standings, 'record.value')} />
      <p className={css['note']} data-age="">
        {ageWords(speech, textOr(held(known), reckoned), reckoned, today)} {t('child.doubt')}
      </p>
    </>
  )
}

/** The day on which the child was first identified. */
const foundOn = (held: Json): string | undefined =>
  recordsAt(held)
    .flatMap((record) => textIn(record, 'happenedOn') ?? [])
    .toSorted()[0]

function ageWords({ t, day: dayWords }: Speech, known: PartialDate, reckoned: PlainDate, today: PlainDate): string {
  const { first, last } = spanOf(known, reckoned)
  const [least, most] = [ageOn(last > today ? today : last, today), ageOn(first, today)]
  const age = least === most ? t('child.age', { n: least }) : t('child.ageSpan', { least, most })
  return isPartial(known) ? `${age} ${t('child.reckoned', { day: dayWords(reckoned) })}` : age
}
