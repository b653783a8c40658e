import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './new-case.module.css'
import { type FieldName, type Office, officeTypes } from './opening.ts'

type Given = {
  readonly value: Office
  readonly onChange: (value: Office) => void
  readonly wrong: (field: FieldName) => string | undefined
}

/** The office of the register's first case; later cases take it over. */
export function OfficeFields({ value, onChange, wrong }: Given): ReactNode {
  const { t } = useSpeech()
  const type = (id: string) => officeTypes.find((each) => each === id) ?? value.type
  return (
    <div className={css['office']}>
      <Field
        label={t('new-case.office')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        help={t('new-case.office.help')}
        error={wrong('officeName')}
      />
      <Field label={t('new-case.unit')} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} error={wrong('officeUnit')} />
      <SelectField
        label={t('new-case.type')}
        value={value.type}
        choices={officeTypes.map((id) => ({ id, label: t(`new-case.type.${id}`) }))}
        onChange={(id) => onChange({ ...value, type: type(id) })}
      />
    </div>
  )
}
