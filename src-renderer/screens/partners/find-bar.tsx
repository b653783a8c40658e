import type { ReactNode } from 'react'
import type { Input, Output } from '#contract/operations.ts'
import { sexes } from '#domain/partners/partner.ts'
import { clearWish } from '../../app/actions/partners.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Panel } from '../../components/panel.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './partners.module.css'
import { choicesOf } from './words.ts'

/** What is asked, as it is typed. */
export type Wished = {
  readonly sex: string
  readonly age: string
  readonly country: string
  readonly town: string
  readonly language: string
  readonly service: string
}
export const noWish: Wished = { sex: '', age: '', country: '', town: '', language: '', service: '' }
export const isWish = (wished: Wished): boolean => Object.values(wished).some((value) => value.trim() !== '')
const any = '-'

/** What the register is asked; half-typed ages count as not said. */
export function wishOf({ sex, age, country, town, language, service }: Wished): Input<'partner.find'> {
  const years = Number(age)
  const who = sexes.find((each) => each === sex)
  return {
    ...(who === undefined ? {} : { sex: who }),
    ...(/^\d{1,2}$/.test(age) && years <= 21 ? { age: years } : {}),
    ...(country === '' ? {} : { country }),
    ...(town.trim() === '' ? {} : { town: town.trim() }),
    ...(language === '' ? {} : { language }),
    services: service === '' ? [] : [service],
  }
}

type Given = { readonly wished: Wished; readonly onChange: (wished: Wished) => void; readonly known: Output<'partner.list'> }

/** “Vem kan ta emot en flicka på 15 år i Bacău, som talar rumänska och ger samtalsstöd?” as a row of fields. */
export function FindBar({ wished, onChange, known }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const set = (field: keyof Wished) => (value: string) => onChange({ ...wished, [field]: value === any ? '' : value })
  const choice = (field: keyof Wished, label: string, choices: readonly { readonly id: string; readonly label: string }[]) => (
    <SelectField
      label={t(label)}
      value={wished[field] === '' ? any : wished[field]}
      choices={[{ id: any, label: t('partners.find.any') }, ...choices]}
      onChange={set(field)}
    />
  )
  const age = wished.age.trim()
  return (
    <Panel
      title={t('partners.find.title')}
      aside={
        isWish(wished) ? <ActionButton action={clearWish} context={{ busy: false, run: () => onChange(noWish) }} look="link" /> : undefined
      }
    >
      <div className={css['find']} data-find="">
        {choice('sex', 'partners.find.sex', choicesOf(speech, 'partner.who', sexes, false))}
        <div className={css['short']}>
          <Field
            label={t('partners.find.age')}
            value={wished.age}
            onChange={set('age')}
            error={age === '' || /^(1?\d|2[01])$/.test(age) ? undefined : t('partners.find.age.wrong')}
          />
        </div>
        {choice('country', 'partners.find.country', choicesOf(speech, 'country', known.countries))}
        <Field label={t('partners.find.town')} value={wished.town} onChange={set('town')} />
        {choice('language', 'partners.find.language', choicesOf(speech, 'language', known.languages))}
        {choice('service', 'partners.find.service', choicesOf(speech, 'partner-service', known.services, false))}
      </div>
    </Panel>
  )
}
