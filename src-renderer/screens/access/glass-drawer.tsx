import { type ReactNode, useState } from 'react'
import { breakGlass } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Drawer, DrawerPart } from '../../components/drawer.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { TextBox } from '../../components/text-area.tsx'
import css from './access.module.css'

type Given = { readonly reference: string; readonly onClose: () => void; readonly onOpened: (reference: string) => void }

/** Asks for the written reason without which no glass is broken, and says beforehand what follows. */
export function GlassDrawer({ reference, onClose, onOpened }: Given): ReactNode {
  const { t } = useSpeech()
  const [reason, setReason] = useState('')
  const command = useCommand('glass.break')
  const { idOf, done } = useAttempt()
  const run = (): void =>
    command.mutate(
      { reference, reason: reason.trim(), operationId: idOf(reason) },
      {
        onSuccess: () => {
          done()
          onOpened(reference)
        },
      },
    )
  return (
    <Drawer label={t('access.glass.label', { reference })} overline={t('access.glass.overline')} onClose={onClose}>
      <DrawerPart>
        <h2 className={css['heading']}>{reference}</h2>
        <p>{t('access.glass.what')}</p>
      </DrawerPart>
      <DrawerPart>
        <div className={css['form']}>
          <TextBox label={t('access.glass.reason')} help={t('access.glass.reasonHelp')} value={reason} onChange={setReason} />
          <ActionButton action={breakGlass} context={{ busy: command.isPending, reason, run }} look="primary" />
          {command.isError ? (
            <p className={css['failed']} role="alert">
              <FailureText failure={command.error.failure} />
            </p>
          ) : null}
        </div>
      </DrawerPart>
    </Drawer>
  )
}
