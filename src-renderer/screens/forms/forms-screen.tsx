import { type ReactNode, useState } from 'react'
import type { FormLine } from '#contract/questionnaires.ts'
import { beginForm, readForm } from '../../app/actions/forms.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { FormDesk } from '../../questionnaires/form-desk.tsx'
import css from '../../questionnaires/questionnaires.module.css'
import { useBegin } from '../../questionnaires/use-begin.ts'

type Open = { readonly id: string; readonly index: number }

/** Every form that has no screen of its own: what is begun, what is signed off, what is due again. */
export function FormsScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { language } = usePreferences()
  const { reference } = overview.identity
  const [open, setOpen] = useState<Open>()
  const answer = useAnswer('questionnaire.list', { reference, language })
  if (open !== undefined)
    return (
      <SectionScreen ready={!answer.isPending}>
        <FormDesk key={`${open.id} ${open.index}`} reference={reference} {...open} onClose={() => setOpen(undefined)} />
      </SectionScreen>
    )
  return (
    <SectionScreen ready={!answer.isPending}>
      <TitleRow title={t('forms.title')} line={t('forms.line')} />
      <Answer query={answer}>
        {({ forms }) => (
          <Panel>
            {forms
              .filter(({ target }) => target === 'answers')
              .map((form) => (
                <FormEntry key={form.id} form={form} reference={reference} today={overview.readiness.on} onOpen={setOpen} />
              ))}
          </Panel>
        )}
      </Answer>
    </SectionScreen>
  )
}

type EntryGiven = {
  readonly form: FormLine
  readonly reference: string
  readonly today: string
  readonly onOpen: (open: Open) => void
}

function FormEntry({ form, reference, today, onOpen }: EntryGiven): ReactNode {
  const { t, day } = useSpeech()
  const { id, fillings, progress, dueOn } = form
  const { busy, begin } = useBegin(reference, (index) => onOpen({ id, index }))
  const draft = fillings.find(({ signedOff }) => signedOff === null)
  const signed = fillings.find(({ signedOff }) => signedOff !== null)
  const overdue = dueOn !== null && dueOn < today
  const states = [
    draft === undefined || progress === null
      ? undefined
      : t('forms.state.draft', { date: day(draft.startedOn), n: progress.answered, all: progress.asked }),
    signed?.signedOff === null || signed === undefined ? undefined : t('forms.state.signed', { date: day(signed.signedOff.on) }),
    dueOn === null ? undefined : t(overdue ? 'forms.state.overdue' : 'forms.state.due', { date: day(dueOn) }),
  ].filter((each) => each !== undefined)
  return (
    <div className={css['entry']} data-form-entry={id}>
      <Glyph status={overdue ? 'expired' : draft !== undefined ? 'started' : signed !== undefined ? 'met' : 'open'} size={18} />
      <div className={css['entry-words']}>
        <h2>{form.title}</h2>
        <p className={css['entry-state']}>{form.line}</p>
        <p className={css['entry-state']}>{states.length === 0 ? t('forms.state.none') : states.join(' · ')}</p>
      </div>
      {signed === undefined ? null : (
        <ActionButton action={readForm} context={{ open: () => onOpen({ id, index: signed.index }) }} look="link" about={form.title} />
      )}
      <ActionButton
        action={beginForm}
        context={{ begun: draft !== undefined, again: signed !== undefined, busy, begin: () => begin(id) }}
        about={form.title}
      />
    </div>
  )
}
