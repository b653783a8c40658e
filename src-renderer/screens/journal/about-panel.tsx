import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { ulid } from 'ulid'
import type { Output } from '#contract/operations.ts'
import { useChanges } from '../../app/changes.tsx'
import { type Settle, useSettling } from '../../app/settling.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { ConflictRows } from '../../components/conflict-rows.tsx'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './journal.module.css'

type About = Output<'case.about'>
type Step = { readonly path: string; readonly before?: string; readonly after?: string | Readonly<Record<string, string>> }

/** What the case is called here and what is to be done. Each field is saved when it is left. */
export function AboutPanel({ reference, about }: { readonly reference: string; readonly about: About }): ReactNode {
  const { t } = useSpeech()
  const { save } = useChanges()
  const { conflict, failure, save: run, settle, drop } = useSettling()
  const [task, setTask] = useState('')
  const change = (step: Step, action: string) => {
    const { version } = about
    return run((choice: Settle | undefined) => {
      const input = { reference, version, steps: [{ ...step }], operationId: ulid() }
      return save('case.change', choice === undefined ? input : { ...input, settle: choice }, { reference, action })
    })
  }
  const set = (path: string, before: string | null, after: string, action: string) =>
    change({ path, ...(before === null ? {} : { before }), ...(after === '' ? {} : { after }) }, action)
  const addTask = async (): Promise<void> => {
    if (task.trim() === '') return
    const after = { id: ulid().toLowerCase(), title: task.trim(), recordedAt: new Date().toISOString() }
    if (await change({ path: `/tasks/${about.tasks.length}`, after }, 'task.changed')) setTask('')
  }
  return (
    <Panel title={t('about.title')}>
      <div className={css['body']}>
        {conflict === undefined ? null : (
          <ConflictRows key={conflict.version} conflict={conflict} onSettle={(choices) => void settle(choices)} onDrop={drop} />
        )}
        {failure === undefined ? null : (
          <p role="alert">
            <FailureText failure={failure} />
          </p>
        )}
        <SavedField
          key={`alias ${about.alias}`}
          label={t('about.alias')}
          help={t('about.aliasHelp')}
          value={about.alias}
          needed={t('about.aliasMissing')}
          onSave={(after) => set('/child/alias', about.alias, after, 'alias.changed')}
        />
        <SavedField
          key={`diary ${about.diaryNumber}`}
          label={`${t('about.diary')} (${t('about.optional')})`}
          value={about.diaryNumber ?? ''}
          onSave={(after) => set('/diaryNumber', about.diaryNumber, after, 'diary-number.changed')}
        />
        <h3>{t('about.tasks')}</h3>
        <ul>
          {about.tasks.map(({ id, title }) => (
            <li key={id} className={css['text']}>
              {title}
            </li>
          ))}
        </ul>
        <Field label={t('about.newTask')} value={task} onChange={setTask} />
        <div className={css['row']}>
          <Button className={cx(buttons['button'])} onPress={() => void addTask()}>
            {t('about.addTask')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

type FieldGiven = {
  readonly label: string
  readonly value: string
  readonly help?: string
  /** What to say where it may not be left empty. */
  readonly needed?: string
  readonly onSave: (value: string) => Promise<unknown>
}

function SavedField({ label, value, help, needed, onSave }: FieldGiven): ReactNode {
  const { notSaved } = useChanges()
  const [text, setText] = useState(value)
  const missing = text.trim() === '' ? needed : undefined
  const leave = (): void => {
    if (text.trim() !== value && missing === undefined) void onSave(text.trim())
  }
  const type = (typed: string): void => {
    setText(typed)
    notSaved()
  }
  return (
    <Field
      label={label}
      value={text}
      onChange={type}
      onLeave={leave}
      {...(missing === undefined ? {} : { error: missing })}
      {...(help === undefined ? {} : { help })}
    />
  )
}
