import type { ReactNode } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import { saveSheet } from '../../app/actions/consent.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FieldShell } from '../../components/case-fields/field-shell.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './consent.module.css'
import type { Records, Talk } from './records.ts'
import { SheetDay, SheetLine } from './sheet-fields.tsx'
import { dayNeed, firstEmpty, SheetProvider, useSheet } from './use-sheet.ts'

/** Each wish of the child, and what was done about it or why not. A wish without an answer is an open item. */
export function Wishes({ records: { talks } }: { readonly records: Records }): ReactNode {
  const { t } = useSpeech()
  const wishes = talks.flatMap((talk, index) => talk.wishes.map((wish, at) => ({ wish, at: `/talks/${index}/wishes/${at}` })))
  const open = wishes.filter(({ wish }) => wish.answer === undefined).length
  const line = wishes.length === 0 ? 'consent.noWishes' : open === 0 ? 'consent.allAnswered' : undefined
  return (
    <Panel title={t('consent.weighed')} aside={open === 0 ? undefined : t('consent.unanswered', { n: open })}>
      <ul className={css['wishes']}>
        {wishes.map(({ wish, at }) => (
          <WishRow key={at} wish={wish} at={at} />
        ))}
      </ul>
      {line === undefined ? null : <p className={css['note']}>{t(line)}</p>}
    </Panel>
  )
}

type Given = { readonly wish: Talk['wishes'][number]; readonly at: string }

function WishRow({ wish: { wish, answer }, at }: Given): ReactNode {
  const { t, day } = useSpeech()
  const { mayChange } = useCaseEditing()
  return (
    <li className={css['wish']} data-wish={at} data-answered={answer !== undefined}>
      <Glyph status={answer === undefined ? 'open' : 'met'} size={16} />
      <div className={css['grow']}>
        <p className={css['goal']}>{wish}</p>
        {answer !== undefined ? (
          <p className={css['aside']}>{t('consent.answered', { text: answer.text, day: day(answer.decidedOn) })}</p>
        ) : mayChange ? (
          <AnswerForm at={at} wish={wish} />
        ) : (
          <p className={css['aside']}>{t('consent.notAnswered')}</p>
        )}
      </div>
    </li>
  )
}

function AnswerForm({ at, wish }: { readonly at: string; readonly wish: string }): ReactNode {
  const { t } = useSpeech()
  const { today } = useRegister()
  const sheet = useSheet({
    place: `${at}/answer`,
    empty: { answer: '', on: today },
    needs: (each) => firstEmpty(each, ['answer']) ?? dayNeed(each['on'], today),
    edits: ({ answer = '', on = '' }) => [{ at: `${at}/answer`, value: { text: answer.trim(), decidedOn: typedDay(on, today) ?? today } }],
    onSaved: () => undefined,
  })
  const { field, needs } = sheet
  return (
    <SheetProvider value={sheet}>
      <FieldShell field={field} label={t('consent.answer')}>
        <SheetLine name="answer" label={t('consent.answer')} />
        <SheetDay name="on" label={t('consent.answerOn')} />
      </FieldShell>
      <div className={css['foot']}>
        <ActionButton action={saveSheet} context={{ run: field.submit, needs, label: 'consent.saveAnswer' }} about={wish} />
      </div>
      {field.failure === undefined ? null : (
        <p role="alert" className={css['failure']}>
          <FailureText failure={field.failure} />
        </p>
      )}
    </SheetProvider>
  )
}
