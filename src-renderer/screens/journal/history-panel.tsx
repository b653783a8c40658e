import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import type { HistoryEntryView, ShownChangeView } from '#contract/changes.ts'
import { type ChangePart, changeParts } from '#domain/changes/parts.ts'
import { actionWords, fieldName, valueWords } from '../../app/field-words.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/panel.tsx'
import { Segment } from '../../components/segment.tsx'
import css from './journal.module.css'

type Given = { readonly reference: string; readonly reading: { readonly names?: string } }
type Part = ChangePart | 'all'
const pageOfHistory = 30

/** Who changed what, the newest first; by part of the case, or all about one field. */
export function HistoryPanel({ reference, reading }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [part, setPart] = useState<Part>('all')
  const [path, setPath] = useState<string>()
  const choices = (['all', ...changeParts] as const).map((id) => ({ id, label: t(`journal.part.${id}`) }))
  const asked = {
    reference,
    limit: pageOfHistory,
    ...reading,
    ...(path === undefined ? {} : { path }),
    ...(part === 'all' ? {} : { part }),
  }
  return (
    <Panel title={t('journal.history')}>
      <div className={css['body']}>
        {path === undefined ? (
          <Segment label={t('journal.filter')} value={part} choices={choices} onChange={setPart} />
        ) : (
          <div className={css['row']}>
            {t('journal.onlyField', { field: fieldName(speech, path) })}
            <Link label={t('journal.showAll')} onPress={() => setPath(undefined)} />
          </div>
        )}
      </div>
      <Page
        key={JSON.stringify(asked)}
        asked={asked}
        onField={(field) => {
          setPart('all')
          setPath(field)
        }}
      />
    </Panel>
  )
}

type Asked = { readonly reference: string; readonly limit: number; readonly before?: number }

function Page({ asked, onField }: { readonly asked: Asked; readonly onField: (path: string) => void }): ReactNode {
  const { t } = useSpeech()
  const [more, setMore] = useState(false)
  const answer = useAnswer('case.history', asked)
  return (
    <Answer query={answer}>
      {({ entries, next }) => (
        <>
          <ol data-history="">
            {entries.map((entry) => (
              <Entry key={entry.entry} entry={entry} onField={onField} />
            ))}
          </ol>
          {entries.length === 0 && asked.before === undefined ? <p className={css['item']}>{t('journal.emptyFilter')}</p> : null}
          {next === null ? null : more ? (
            <Page asked={{ ...asked, before: next }} onField={onField} />
          ) : (
            <div className={css['item']}>
              <Link label={t('journal.earlier')} onPress={() => setMore(true)} />
            </div>
          )}
        </>
      )}
    </Answer>
  )
}

function Entry({ entry, onField }: { readonly entry: HistoryEntryView; readonly onField: (path: string) => void }): ReactNode {
  const speech = useSpeech()
  const { t, when } = speech
  const action = actionWords(speech, entry.action)
  return (
    <li className={css['item']}>
      <div className={css['row']}>
        <b>{entry.of === null ? action : t('journal.ofAction', { action, of: actionWords(speech, entry.of) })}</b>
        <span className={css['small']}>{[when(entry.at), entry.by ?? t('journal.colleague')].join(' · ')}</span>
      </div>
      {entry.changes.map((change) => (
        <div key={change.path} className={css['change']}>
          <Link
            label={fieldName(speech, change.path)}
            said={t('journal.allOfField', { field: fieldName(speech, change.path) })}
            onPress={() => onField(change.path)}
          />
          <Values change={change} />
        </div>
      ))}
    </li>
  )
}

function Values({ change: { path, from, to, hidden } }: { readonly change: ShownChangeView }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  if (hidden) return <span>{t('journal.hiddenValue')}</span>
  const words = (value: string | null) => (value === null ? t('journal.nothing') : valueWords(speech, value, path))
  if (from === null) return <span>{words(to)}</span>
  return (
    <span>{to === null ? t('journal.removed', { from: words(from) }) : t('journal.fromTo', { from: words(from), to: words(to) })}</span>
  )
}

function Link({ label, said, onPress }: { readonly label: string; readonly said?: string; readonly onPress: () => void }): ReactNode {
  return (
    <Button className={cx(buttons['button'], buttons['link'])} onPress={onPress} {...(said === undefined ? {} : { 'aria-label': said })}>
      {label}
    </Button>
  )
}
