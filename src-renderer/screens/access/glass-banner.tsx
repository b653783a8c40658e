import type { ReactNode } from 'react'
import { acknowledgeGlass } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import css from './access.module.css'

/** Tells an owner, on every section, that somebody broke the glass of this case and why, until it is acknowledged. */
export function GlassBanner({ reference }: { readonly reference: string }): ReactNode {
  const { t, moment } = useSpeech()
  const breaks = useAnswer('access.show', { reference }).data?.breaks ?? []
  const command = useCommand('glass.acknowledge')
  const { idOf, done } = useAttempt()
  if (breaks.length === 0) return null
  const settled = (): void => {
    done()
    moveFocusTo('main h1')
  }
  const acknowledge = (): void =>
    command.mutate({ reference, operationId: idOf(breaks.map(({ id }) => id).join(' ')) }, { onSuccess: settled })
  const context = { busy: command.isPending, run: acknowledge }
  return (
    <div className={css['notice']}>
      <Banner
        status="alarm"
        title={t('access.broken.title', { n: breaks.length })}
        actions={<ActionButton action={acknowledgeGlass} context={context} />}
      >
        {breaks.map(({ id, name, at, reason }) => (
          <p key={id}>
            {t('access.broken.by', { name, moment: moment(at) })} <q>{reason}</q>
          </p>
        ))}
        {command.isError ? (
          <p role="alert">
            <FailureText failure={command.error.failure} />
          </p>
        ) : null}
      </Banner>
    </div>
  )
}
