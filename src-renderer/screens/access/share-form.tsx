import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { shareCase } from '../../app/actions/people.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Segment } from '../../components/segment.tsx'
import { SelectField } from '../../components/select-field.tsx'
import css from './access.module.css'

type Given = { readonly reference: string; readonly candidates: Output<'access.show'>['candidates'] }

/** Shows the case to somebody more, to read or to answer for it. */
export function ShareForm({ reference, candidates }: Given): ReactNode {
  const { t } = useSpeech()
  const command = useCommand('access.grant')
  const { idOf, done } = useAttempt()
  const [chosen, setChosen] = useState('')
  const [standing, setStanding] = useState<'owner' | 'reader'>('reader')
  const candidate = candidates.find((each) => each.person === chosen) ?? candidates[0]
  if (candidate === undefined) return <p className={css['line']}>{t('access.nobodyElse')}</p>
  const { person, mayOwn } = candidate
  const given = mayOwn ? standing : 'reader'
  const run = (): void =>
    command.mutate({ reference, person, standing: given, operationId: idOf(`${person} ${given}`) }, { onSuccess: done })
  return (
    <div className={css['share']}>
      <SelectField
        label={t('access.shareWith')}
        value={person}
        choices={candidates.map((each) => ({ id: each.person, label: each.name }))}
        onChange={setChosen}
      />
      <Segment
        label={t('access.shareAs')}
        value={given}
        onChange={setStanding}
        choices={[
          { id: 'reader', label: t('access.as.reader') },
          ...(mayOwn ? [{ id: 'owner' as const, label: t('access.as.owner') }] : []),
        ]}
      />
      <ActionButton action={shareCase} context={{ busy: command.isPending, run }} />
      {command.isError ? (
        <p className={css['failed']} role="alert">
          <FailureText failure={command.error.failure} />
        </p>
      ) : null}
    </div>
  )
}
