import { type ReactNode, useMemo, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure } from '#contract/operations.ts'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { missing, progress, visibleSections } from '#domain/questionnaires/look.ts'
import { closeForm, signOffForm } from '../app/actions/forms.ts'
import { useChanges } from '../app/changes.tsx'
import { EditCase } from '../app/editing/case-editing.tsx'
import { usePreferences } from '../app/preferences.tsx'
import { useAnswer } from '../app/queries.ts'
import { useReadingNames } from '../app/reading-names.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from '../components/action-button.tsx'
import { Answer } from '../components/answer.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { TitleRow } from '../components/title-row.tsx'
import css from './questionnaires.module.css'
import { SectionList } from './section-list.tsx'
import { SectionNav } from './section-nav.tsx'
import { SidePanels } from './side-panels.tsx'

export type FormPlaceInCase = { readonly reference: string; readonly id: string; readonly index: number }
type Given = FormPlaceInCase & {
  readonly onClose: () => void
  /** What a form's own screen shows beside it, and in place of the ordinary sign-off. */
  readonly beside?: (opened: OpenedForm) => ReactNode
  readonly signs?: boolean
}

/** Any form, whatever it asks: its sections, one question at a time, help and result beside, saved answer by answer. */
export function FormDesk({ reference, id, index, ...given }: Given): ReactNode {
  const { language } = usePreferences()
  const names = useReadingNames(reference)
  const input = useMemo(() => ({ reference, id, index, language, ...names }), [reference, id, index, language, names])
  const opened = useAnswer('questionnaire.open', input)
  return (
    <Answer query={opened}>
      {(form) => (
        <EditCase reference={reference} places={placesOf(form)}>
          <Desk reference={reference} opened={form} {...given} />
        </EditCase>
      )}
    </Answer>
  )
}

/** What a form's own screen edits beside its answers; any place tells the version of the case. */
const placesOf = ({ index, bestInterests }: OpenedForm): readonly string[] =>
  bestInterests === null ? ['/child/alias'] : [`/bestInterests/${index}/panel`, `/bestInterests/${index}/childInformed`]

type DeskGiven = Omit<Given, 'id' | 'index'> & { readonly opened: OpenedForm }

function Desk({ reference, opened, onClose, beside, signs = true }: DeskGiven): ReactNode {
  const { t, day } = useSpeech()
  const filled = { form: opened.form, answers: opened.answers, age: opened.age }
  const sections = visibleSections(filled)
  const { whole, sections: parts } = progress(filled)
  const [at, setAt] = useState(() => missing(filled)[0] ?? sections[0]?.questions[0]?.id ?? '')
  /** How often one has gone to a question: each time it takes the focus, also the one that is open already. */
  const [went, setWent] = useState(1)
  const section = sections.find(({ questions }) => questions.some(({ id }) => id === at)) ?? sections[0]
  const go = (question: string): void => {
    setAt(question)
    setWent((times) => times + 1)
  }
  const signing = useSigning(reference, opened)
  const facts = [
    opened.form.form,
    opened.signedOff === null
      ? t('forms.progress', { n: whole.answered, all: whole.asked })
      : t('forms.signedOff', { date: day(opened.signedOff.on), by: opened.signedOff.by ?? '' }),
    opened.dueOn === null ? undefined : t('forms.dueOn', { date: day(opened.dueOn) }),
  ]
  return (
    <>
      <TitleRow title={opened.title} line={facts.filter((fact) => fact !== undefined).join(' · ')}>
        <ActionButton action={closeForm} context={{ close: onClose }} />
        {opened.signedOff === null && signs ? (
          <ActionButton
            action={signOffForm}
            context={{ left: opened.faults.length, busy: signing.busy, sign: signing.sign }}
            look="primary"
          />
        ) : null}
      </TitleRow>
      {signing.failure === undefined ? null : <FailureNote failure={signing.failure} />}
      <div className={css['desk']} data-form={opened.form.form} data-signed={opened.signedOff === null ? 'no' : 'yes'}>
        <SectionNav opened={opened} parts={parts} current={section?.id} onGo={(id) => go(firstIn(sections, id))} />
        {section === undefined ? null : (
          <SectionList
            key={section.id}
            reference={reference}
            opened={opened}
            sections={sections}
            section={section}
            at={at}
            went={went}
            onGo={go}
          />
        )}
        <SidePanels opened={opened} at={at}>
          {beside?.(opened)}
        </SidePanels>
      </div>
    </>
  )
}

const firstIn = (sections: ReturnType<typeof visibleSections>, id: string): string =>
  sections.find((section) => section.id === id)?.questions[0]?.id ?? ''

function useSigning(reference: string, { id, index, version }: OpenedForm) {
  const { save } = useChanges()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const sign = async (): Promise<void> => {
    setBusy(true)
    const signed = await save('questionnaire.sign', { reference, version, id, index, operationId: ulid() })
    setFailure(signed.ok ? undefined : signed.error)
    setBusy(false)
  }
  return { busy, failure, sign: () => void sign() }
}
