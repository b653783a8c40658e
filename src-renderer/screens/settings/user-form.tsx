import { type ReactNode, useState } from 'react'
import type { UserView } from '#contract/people.ts'
import type { Role } from '#domain/roles.ts'
import { saveUser } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Field } from '../../components/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { FormShell } from './form-shell.tsx'
import { RoleChoice } from './role-choice.tsx'

type Given = { readonly user: UserView; readonly onClose: () => void }

/** Another name or other roles for a user. */
export function UserForm({ user, onClose }: Given): ReactNode {
  const { t } = useSpeech()
  const [name, setName] = useState(user.name)
  const [held, setHeld] = useState<readonly Role[]>(user.roles)
  const command = useCommand('users.change')
  const { idOf, done } = useAttempt()
  const run = (): void => {
    const change = { person: user.id, roles: [...held], ...(name === user.name ? {} : { name }) }
    command.mutate(
      { ...change, operationId: idOf(JSON.stringify(change)) },
      {
        onSuccess: () => {
          done()
          onClose()
        },
      },
    )
  }
  return (
    <FormShell label={t('users.form.change', { name: user.name })}>
      <Field label={t('users.field.name')} value={name} onChange={setName} help={t('users.field.name.help')} />
      <RoleChoice value={held} onChange={setHeld} />
      <FormFoot action={saveUser} context={{ busy: command.isPending, run }} onCancel={onClose} failure={command.error?.failure} />
    </FormShell>
  )
}
