import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { type Role, roles } from '#domain/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import parts from '../../components/parts.module.css'

type Given = { readonly value: readonly Role[]; readonly onChange: (value: readonly Role[]) => void }

/** A set of roles, each with what it is for. */
export function RoleChoice({ value, onChange }: Given): ReactNode {
  const { t } = useSpeech()
  return (
    <CheckboxGroup
      className={cx(field['field'])}
      value={[...value]}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <Label className={cx(field['label'])}>{t('users.field.roles')}</Label>
      {roles.map((role) => (
        <Checkbox key={role} value={role} className={cx(parts['check'])}>
          <span className={parts['box']}>{value.includes(role) ? <Check size={14} strokeWidth={2.4} aria-hidden="true" /> : null}</span>
          <span>
            {t(`role.${role}`)} <span className={parts['small']}>{t(`role.${role}.what`)}</span>
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
