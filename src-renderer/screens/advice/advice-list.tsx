import { type ReactNode, useState } from 'react'
import type { AdviceView } from '#contract/directory-views.ts'
import type { Output } from '#contract/operations.ts'
import { openAnswer, saveAnswer } from '../../app/actions/advice.ts'
import { closeForm } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import { TextBox } from '../../components/text-area.tsx'
import css from './advice.module.css'

/** The requests of a year: what waits for an answer first. */
export function AdviceList({ listed: { advice, year, today } }: { readonly listed: Output<'advice.list'> }): ReactNode {
  const { t } = useSpeech()
  const groups = [
    { key: 'advice.list.waiting', rows: advice.filter((each) => each.answer === undefined) },
    { key: 'advice.list.answered', rows: advice.filter((each) => each.answer !== undefined) },
  ]
  if (advice.length === 0) return <p className={css['empty']}>{t('advice.none', { year: String(year) })}</p>
  return (
    <Panel className={css['flush']}>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, rows }) => (
          <div key={key}>
            <GroupRow level={2} title={t(key)} count={rows.length} />
            <ul>
              {rows.map((each) => (
                <Request key={`${each.id} ${each.version}`} advice={each} today={today} />
              ))}
            </ul>
          </div>
        ))}
    </Panel>
  )
}

function Request({ advice, today }: { readonly advice: AdviceView; readonly today: string }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const [answering, setAnswering] = useState(false)
  const { details, answer } = advice
  return (
    <li className={css['request']} data-advice={advice.id}>
      <span className={css['when']}>{day(details.askedOn, today)}</span>
      <div className={css['what']}>
        <span className={css['name']}>{details.organisation}</span>
        <span className={css['small']}>
          {[
            t(`advice.asker.${details.askerKind}`),
            t(`advice.channel.${details.channel}`),
            ...(details.caseReference === undefined ? [] : [details.caseReference]),
          ].join(' · ')}
        </span>
        <span>{details.topics.map((topic) => tOr([`advice-topic.${topic}`])).join(', ')}</span>
        {details.question === undefined ? null : <p className={css['prose']}>{details.question}</p>}
        {answer === undefined ? null : (
          <p className={css['prose']}>
            <StatusText status="met" small>
              {t('advice.answeredBy', { day: day(answer.on, today), by: answer.by })}
            </StatusText>{' '}
            {answer.what}
          </p>
        )}
        {answering ? <AnswerForm advice={advice} onClose={() => setAnswering(false)} /> : null}
      </div>
      {answer === undefined && !answering ? (
        <ActionButton action={openAnswer} context={{ busy: false, run: () => setAnswering(true) }} about={details.organisation} />
      ) : null}
    </li>
  )
}

function AnswerForm({ advice: { id, version }, onClose }: { readonly advice: AdviceView; readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech()
  const [what, setWhat] = useState('')
  const command = useCommand('advice.answer')
  const { idOf, done } = useAttempt()
  const run = (): void => command.mutate({ id, version, what: what.trim(), operationId: idOf(what) }, { onSuccess: done })
  return (
    <fieldset className={css['answer']} aria-label={t('advice.action.answer')}>
      <TextBox
        label={t('advice.field.answer')}
        value={what}
        onChange={setWhat}
        autoFocus
        help={t('advice.noNames')}
        error={command.isError ? <FailureText failure={command.error.failure} /> : undefined}
      />
      <div className={css['acts']}>
        <ActionButton
          action={saveAnswer}
          context={{ busy: command.isPending, run, refusal: what.trim() === '' ? 'advice.answerMissing' : undefined }}
        />
        <ActionButton action={closeForm} context={{ busy: false, run: onClose }} />
      </div>
    </fieldset>
  )
}
