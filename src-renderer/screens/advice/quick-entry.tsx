import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import { type AdviceDetails, adviceChannels, adviceDetailsSchema, askerKinds } from '#domain/advice/advice.ts'
import { saveAdvice } from '../../app/actions/advice.ts'
import { useAttempt } from '../../app/attempt.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureLine } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import { Segment } from '../../components/segment.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Several } from '../../components/several.tsx'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './advice.module.css'

type Typed = {
  readonly organisation: string
  readonly askerKind: AdviceDetails['askerKind']
  readonly topics: readonly string[]
  readonly channel: AdviceDetails['channel']
  readonly askedOn: string
  readonly caseReference: string
  readonly question: string
  readonly answer: string
}

/** What one call leaves behind, in the order in which it is said. The next one begins where this one began. */
export function QuickEntry({ topics, today }: { readonly topics: readonly string[]; readonly today: string }): ReactNode {
  const { t } = useSpeech()
  const empty: Typed = {
    organisation: '',
    askerKind: 'municipality',
    topics: [],
    channel: 'phone',
    askedOn: today,
    caseReference: '',
    question: '',
    answer: '',
  }
  const [typed, setTyped] = useState(empty)
  const [touched, setTouched] = useState(false)
  const [id, setId] = useState(ulid)
  const ask = useCommand('advice.save')
  const answer = useCommand('advice.answer')
  const attempts = { ask: useAttempt(), answer: useAttempt() }
  const busy = ask.isPending || answer.isPending
  const set =
    <Name extends keyof Typed>(name: Name) =>
    (value: Typed[Name]) =>
      setTyped((before) => ({ ...before, [name]: value }))
  const judged = adviceDetailsSchema.safeParse(detailsOf(typed))
  const wrong = touched && !judged.success ? judged.error.issues.map(({ path }) => String(path[0])) : []
  const finish = (): void => {
    attempts.ask.done()
    attempts.answer.done()
    setTyped(empty)
    setTouched(false)
    setId(ulid())
    moveFocusTo('[data-entry] input')
  }
  const save = (): void => {
    setTouched(true)
    if (!judged.success) {
      moveFocusTo(`[data-entry] [data-field="${String(judged.error.issues[0]?.path[0])}"] :is(input, button)`)
      return
    }
    const what = typed.answer.trim()
    const operationId = attempts.ask.idOf(JSON.stringify(judged.data))
    ask.mutate(
      { id, version: 0, details: judged.data, operationId },
      {
        onSuccess: () =>
          what === '' ? finish() : answer.mutate({ id, version: 1, what, operationId: attempts.answer.idOf(what) }, { onSuccess: finish }),
      },
    )
  }
  const failure = ask.error?.failure ?? answer.error?.failure
  const field = (name: 'organisation' | 'askedOn' | 'caseReference', optional = false) => (
    <div data-field={name}>
      <Field
        label={optional ? t('partners.optional', { label: t(`advice.field.${name}`) }) : t(`advice.field.${name}`)}
        value={typed[name]}
        onChange={set(name)}
        error={wrong.includes(name) ? t(`advice.wrong.${name}`) : undefined}
      />
    </div>
  )
  return (
    <Panel title={t('advice.entry')} aside={t('advice.entry.keys')}>
      <form
        className={css['entry']}
        data-entry=""
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={css['three']}>
          {field('organisation')}
          <SelectField
            label={t('advice.field.askerKind')}
            value={typed.askerKind}
            choices={askerKinds.map((kind) => ({ id: kind, label: t(`advice.asker.${kind}`) }))}
            onChange={(chosen) => set('askerKind')(askerKinds.find((kind) => kind === chosen) ?? 'other')}
          />
          {field('askedOn')}
        </div>
        <div className={css['two']}>
          <div data-field="topics">
            <Several
              label={t('advice.field.topics')}
              value={typed.topics}
              choices={topics.map((topic) => ({ id: topic, label: t(`advice-topic.${topic}`) }))}
              onChange={set('topics')}
            />
            {wrong.includes('topics') ? <p className={css['failed']}>{t('advice.wrong.topics')}</p> : null}
          </div>
          {field('caseReference', true)}
        </div>
        <Segment
          label={t('advice.field.channel')}
          value={typed.channel}
          choices={adviceChannels.map((channel) => ({ id: channel, label: t(`advice.channel.${channel}`) }))}
          onChange={set('channel')}
        />
        <div className={css['two']}>
          <TextBox
            label={t('partners.optional', { label: t('advice.field.question') })}
            value={typed.question}
            onChange={set('question')}
            help={t('advice.noNames')}
          />
          <TextBox
            label={t('advice.field.answerNow')}
            value={typed.answer}
            onChange={set('answer')}
            help={t('advice.field.answerNow.help')}
          />
        </div>
        <FailureLine failure={failure} />
        <div>
          <ActionButton action={saveAdvice} context={{ busy, run: save }} look="primary" />
        </div>
      </form>
    </Panel>
  )
}

function detailsOf({ organisation, askerKind, topics, channel, askedOn, caseReference, question }: Typed): unknown {
  const reference = caseReference.trim().toUpperCase()
  return {
    organisation: organisation.trim(),
    askerKind,
    topics: [...topics],
    channel,
    askedOn: askedOn.trim(),
    ...(reference === '' ? {} : { caseReference: reference }),
    ...(question.trim() === '' ? {} : { question: question.trim() }),
  }
}
