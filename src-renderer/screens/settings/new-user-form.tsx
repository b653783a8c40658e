import { type ReactNode, useState } from 'react'
import type { Role } from '#domain/roles.ts'
import { addUser } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Field } from '../../components/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { FormShell } from './form-shell.tsx'
import { RoleChoice } from './role-choice.tsx'

/** A new user: name, roles and a first passphrase, typed twice since nothing shows what was typed. */
export function NewUserForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech()
  const [name, setName] = useState('')
  const [held, setHeld] = useState<readonly Role[]>(['coordinator'])
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [differ, setDiffer] = useState(false)
  const command = useCommand('users.add')
  const { idOf, done } = useAttempt()
  const run = (): void => {
    setDiffer(passphrase !== again)
    if (passphrase !== again) return
    const roles = [...held]
    command.mutate(
      { name, roles, passphrase, operationId: idOf(JSON.stringify([name, roles])) },
      {
        onSuccess: () => {
          done()
          onClose()
        },
      },
    )
  }
  return (
    <FormShell label={t('users.form.new')}>
      <Field label={t('users.field.name')} value={name} onChange={setName} help={t('users.field.name.help')} />
      <RoleChoice value={held} onChange={setHeld} />
      <Field
        label={t('users.field.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        type="password"
        help={t('users.field.passphrase.help')}
      />
      <Field
        label={t('users.field.again')}
        value={again}
        onChange={setAgain}
        type="password"
        error={differ && passphrase !== again ? t('users.differ') : undefined}
      />
      <FormFoot action={addUser} context={{ busy: command.isPending, run }} onCancel={onClose} failure={command.error?.failure} />
    </FormShell>
  )
}
