import type { ReactNode } from 'react'
import { ulid } from 'ulid'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { SelectField } from '../../components/select-field.tsx'
import { SettingPanel } from './setting-panel.tsx'

const minutes = [2, 5, 10, 15, 20, 30]
const days = [0, 1, 3, 7, 14]

/** When one's own window locks, and whether this computer may remember the passphrase for some days. */
export function LockPanel(): ReactNode {
  const { t } = useSpeech()
  const settings = useAnswer('lock.settings', {}).data
  const { mutate } = useCommand('lock.change-settings')
  if (settings === undefined) return null
  const { idleMinutes, canRemember, remembers, rememberDays } = settings
  const remember = (value: number): void =>
    mutate({ remembers: value > 0, ...(value > 0 ? { rememberDays: value } : {}), operationId: ulid() })
  const idle = {
    id: 'idle',
    name: t('keys.idle'),
    help: t('keys.idle.help'),
    control: (
      <SelectField
        label={t('keys.idle')}
        value={String(idleMinutes)}
        choices={minutes.map((n) => ({ id: String(n), label: t('settings.minutes', { n }) }))}
        onChange={(value) => mutate({ idleMinutes: Number(value), operationId: ulid() })}
        hideLabel
      />
    ),
  }
  const memory = {
    id: 'remember',
    name: t('keys.remember'),
    help: t('keys.remember.help'),
    control: (
      <SelectField
        label={t('keys.remember')}
        value={String(remembers ? rememberDays : 0)}
        choices={days.map((n) => ({ id: String(n), label: t('keys.remember.days', { n }) }))}
        onChange={(value) => remember(Number(value))}
        hideLabel
      />
    ),
  }
  return <SettingPanel title={t('keys.lock')} scope={t('settings.forYou')} settings={canRemember ? [idle, memory] : [idle]} />
}
