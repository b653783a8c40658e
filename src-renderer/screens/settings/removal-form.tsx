import type { ReactNode } from 'react'
import type { UserView } from '#contract/people.ts'
import { confirmRemoval } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { FormFoot } from './form-foot.tsx'
import { FormShell } from './form-shell.tsx'
import css from './settings.module.css'

type Given = { readonly user: UserView; readonly onClose: () => void }

/** Says what a removal does and what it cannot do, before it is done. */
export function RemovalForm({ user, onClose }: Given): ReactNode {
  const { t } = useSpeech()
  const command = useCommand('users.remove')
  const { idOf, done } = useAttempt()
  const run = (): void => command.mutate({ person: user.id, operationId: idOf(user.id) }, { onSuccess: done })
  return (
    <FormShell label={t('users.form.remove', { name: user.name })}>
      <p className={css['what']}>{t('users.removal', { name: user.name })}</p>
      <FormFoot action={confirmRemoval} context={{ busy: command.isPending, run }} onCancel={onClose} failure={command.error?.failure} />
    </FormShell>
  )
}
