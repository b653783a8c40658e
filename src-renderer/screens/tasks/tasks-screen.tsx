import type { ReactNode } from 'react'
import { markDone, reopenTask } from '../../app/actions/tasks.ts'
import { EditCase, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useNames } from '../../app/names.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { type Overview, type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { NewTask } from './new-task.tsx'
import { TaskFields } from './task-fields.tsx'
import { personWords, sourceId, sources, sourceWords, textOf } from './task-words.ts'
import css from './tasks.module.css'

const places = ['/tasks']
const isOpen = (task: CaseRecord): boolean => task['doneOn'] === undefined

/** What is to be done in the case: what, why, who, by when, and where it comes from. */
export function TasksScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  return (
    <SectionScreen ready>
      <TitleRow title={t('section.tasks')} line={t('tasks.line', overview.tasks)} />
      <EditCase reference={overview.identity.reference} places={places}>
        <Panel>
          <div className={css['body']}>
            <NewTask />
          </div>
        </Panel>
        <Tasks overview={overview} done={false} />
        <Tasks overview={overview} done />
      </EditCase>
    </SectionScreen>
  )
}

const last = '9999'
const byDue = (one: CaseRecord, other: CaseRecord): number => (textOf(one, 'dueOn') ?? last).localeCompare(textOf(other, 'dueOn') ?? last)
const newestDone = (one: CaseRecord, other: CaseRecord): number =>
  (textOf(other, 'doneOn') ?? '').localeCompare(textOf(one, 'doneOn') ?? '')

function Tasks({ overview, done }: { readonly overview: Overview; readonly done: boolean }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const names = useNames()
  const { reference } = overview.identity
  const people = overview.people.map((person) => names.person(reference, person.id) ?? person)
  const words = (id: string): string => personWords(speech, people, id)
  return (
    <Panel title={t(done ? 'tasks.done' : 'tasks.open')}>
      <div className={css['body']} data-tasks={done ? 'done' : 'open'}>
        <CaseRecords
          at="/tasks"
          label={t(done ? 'tasks.done' : 'tasks.open')}
          empty={t(done ? 'tasks.noneDone' : 'tasks.empty')}
          only={(task) => isOpen(task) !== done}
          order={done ? newestDone : byDue}
          name={(task) => textOf(task, 'title') ?? ''}
          row={(task) => <TaskRow task={task} personWords={words} />}
          actions={(task, at) => <DoneButton task={task} at={at} />}
        >
          {(at, record) => (
            <TaskFields
              at={at}
              record={record}
              people={people.map(({ id }) => ({ id, label: words(id) }))}
              sources={sources(speech, overview)}
              personWords={words}
            />
          )}
        </CaseRecords>
      </div>
    </Panel>
  )
}

type RowGiven = { readonly task: CaseRecord; readonly personWords: (id: string) => string }

function TaskRow({ task, personWords: words }: RowGiven): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { today } = useRegister()
  const [responsible, dueOn, doneOn] = [textOf(task, 'responsible'), textOf(task, 'dueOn'), textOf(task, 'doneOn')]
  const source = sourceId(task['from'] ?? null)
  const late = doneOn === undefined && dueOn !== undefined && dueOn < today
  const facts = [
    responsible === undefined ? t('tasks.nobody') : words(responsible),
    source === '' ? undefined : sourceWords(speech, source),
    textOf(task, 'why'),
  ]
  return (
    <>
      <p className={cx(css['title'], doneOn !== undefined && css['done'])}>{textOf(task, 'title')}</p>
      <p className={css['facts']}>
        {late ? (
          <span className={css['late']}>
            <Glyph status="soon" size={14} />
            {t('tasks.late', { day: day(dueOn, today) })}
          </span>
        ) : doneOn === undefined && dueOn === undefined ? null : (
          <span>
            {doneOn !== undefined
              ? t('tasks.doneOn', { day: day(doneOn, today) })
              : dueOn === undefined
                ? null
                : t('tasks.dueOn', { day: day(dueOn, today) })}
          </span>
        )}
        <span>{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
      </p>
    </>
  )
}

function DoneButton({ task, at }: { readonly task: CaseRecord; readonly at: string }): ReactNode {
  const { today } = useRegister()
  const { edit, version } = useCaseEditing()
  const open = isOpen(task)
  const run = (): void => void edit([open ? { at: `${at}/doneOn`, value: today } : { at: `${at}/doneOn` }], version, { tell: true })
  return <ActionButton action={open ? markDone : reopenTask} context={{ run }} look="bar" about={textOf(task, 'title') ?? ''} />
}
