import { type ReactNode, useId } from 'react'
import { useSpeech } from '../../app/text.ts'
import fields from '../../components/field.module.css'
import { Field } from '../../components/text-field.tsx'
import css from './attachments.module.css'
import { type Fields, isDayOrNothing, otherType } from './described.ts'
import { typeName } from './words.ts'

type Given = { readonly types: readonly string[]; readonly value: Fields; readonly onChange: (value: Fields) => void }

/** Type, day and issuer of a file. */
export function DescribeFields({ types, value, onChange }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const id = useId()
  const named = types
    .map((type) => ({ type, name: typeName(speech, type) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, document.documentElement.lang))
  return (
    <div className={css['describe']}>
      <div className={fields['field']}>
        <label className={fields['label']} htmlFor={id}>
          {t('attachment.type')}
        </label>
        <select
          id={id}
          className={css['select']}
          value={value.type}
          onChange={({ target }) => onChange({ ...value, type: target.value })}
          data-field="type"
        >
          {value.type === '' ? <option value="">{t('attachment.chooseType')}</option> : null}
          {named.map(({ type, name }) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
          <option value={otherType}>{t('attachment.untyped')}</option>
        </select>
      </div>
      <Field
        label={t('attachment.issuedOn')}
        value={value.issuedOn}
        onChange={(issuedOn) => onChange({ ...value, issuedOn })}
        help={t('attachment.issuedOnHelp')}
        error={isDayOrNothing(value.issuedOn) || value.issuedOn.length < 10 ? undefined : t('attachment.issuedOnWrong')}
      />
      <Field label={t('attachment.issuer')} value={value.issuer} onChange={(issuer) => onChange({ ...value, issuer })} />
    </div>
  )
}
