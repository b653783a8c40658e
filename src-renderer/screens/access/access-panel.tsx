import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import type { HolderView } from '#contract/people.ts'
import { withdrawCase } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './access.module.css'
import { ShareForm } from './share-form.tsx'

/** Who may see the case and why; owners show it to others and take it back. */
export function AccessPanel({ reference }: { readonly reference: string }): ReactNode {
  const { t } = useSpeech()
  const access = useAnswer('access.show', { reference }).data
  if (access === undefined) return null
  return (
    <Panel title={t('access.title')} aside={t('access.count', { n: access.holders.length })}>
      <p className={css['line']}>{t(access.protectedIdentity ? 'access.protected' : 'access.others')}</p>
      <Holders reference={reference} access={access} />
      {access.mayShare ? (
        <ShareForm reference={reference} candidates={access.candidates} />
      ) : (
        <p className={css['line']}>{t('access.ownersDecide')}</p>
      )}
    </Panel>
  )
}

type Given = { readonly reference: string; readonly access: Output<'access.show'> }

function Holders({ reference, access }: Given): ReactNode {
  const { t, day } = useSpeech()
  const command = useCommand('access.withdraw')
  const { idOf, done } = useAttempt()
  const settled = (): void => {
    done()
    moveFocusTo('main h1')
  }
  const withdraw = (person: string): void => command.mutate({ reference, person, operationId: idOf(person) }, { onSuccess: settled })
  const mayWithdraw = ({ self }: HolderView): boolean => access.mayShare && !self
  return (
    <>
      <ul className={css['rows']}>
        {access.holders.map((holder) => (
          <li key={holder.person} className={css['row']} data-standing={holder.standing}>
            <span className={css['who']}>{holder.self ? t('users.self', { name: holder.name }) : holder.name}</span>
            <span>{t(`access.standing.${holder.standing}`)}</span>
            <span className={css['small']}>{t('access.since', { day: day(holder.since.slice(0, 10)), name: holder.grantedBy })}</span>
            {mayWithdraw(holder) ? (
              <ActionButton
                action={withdrawCase}
                look="link"
                context={{ busy: command.isPending, run: () => withdraw(holder.person) }}
                about={holder.name}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {command.isError ? (
        <p className={css['failed']} role="alert">
          <FailureText failure={command.error.failure} />
        </p>
      ) : null}
    </>
  )
}
