import type { ReactNode } from 'react'
import { ulid } from 'ulid'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { SettingPanel } from './setting-panel.tsx'

const hours = [8, 24, 72, 168]
const minutes = [0, 15, 60, 240, 1440]

/** The usual choices, and whatever the register has been told by other means. */
const withPresent = (choices: readonly number[], present: number): readonly number[] =>
  [...new Set([...choices, present])].toSorted((one, other) => one - other)

/** What the office decides for all: whoever may not change it reads the value. */
export function RegisterPanel(): ReactNode {
  const { t } = useSpeech()
  const settings = useAnswer('register.settings', {}).data
  const command = useCommand('register.change-settings')
  if (settings === undefined) return null
  const { copyHours, noteMinutes, mayChange } = settings
  const choice = (id: 'copies' | 'notes', present: number, choices: readonly number[], change: (value: number) => void) => ({
    id,
    name: t(`settings.${id}`),
    help: t(`settings.${id}.help`),
    control: mayChange ? (
      <SelectField
        label={t(`settings.${id}`)}
        value={String(present)}
        choices={withPresent(choices, present).map((n) => ({ id: String(n), label: t(`settings.${id}.choice`, { n }) }))}
        onChange={(value) => change(Number(value))}
        hideLabel
      />
    ) : (
      t(`settings.${id}.choice`, { n: present })
    ),
  })
  return (
    <>
      <SettingPanel
        title={t('settings.register')}
        scope={t(mayChange ? 'settings.forRegister' : 'settings.managerOnly')}
        settings={[
          choice('copies', copyHours, hours, (value) => command.mutate({ copyHours: value, operationId: ulid() })),
          choice('notes', noteMinutes, minutes, (value) => command.mutate({ noteMinutes: value, operationId: ulid() })),
        ]}
      />
      {command.isError ? <FailureNote failure={command.error.failure} /> : null}
    </>
  )
}
