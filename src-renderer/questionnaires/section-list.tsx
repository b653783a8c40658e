import { Fragment, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { answerTo } from '#domain/questionnaires/answer.ts'
import type { FormQuestion, FormSection } from '#domain/questionnaires/form.ts'
import { useSpeech } from '../app/text.ts'
import { cx } from '../components/cx.ts'
import { Glyph } from '../components/glyph.tsx'
import { Panel } from '../components/panel.tsx'
import { QuestionView } from './question-view.tsx'
import css from './questionnaires.module.css'
import { answerWords, wordsIn } from './words.ts'

type Given = {
  readonly reference: string
  readonly opened: OpenedForm
  /** All that is asked, in order: the next question may lie in the next section. */
  readonly sections: readonly FormSection[]
  readonly section: FormSection
  readonly at: string
  readonly went: number
  readonly onGo: (question: string) => void
}

/** The questions of a section: answered ones folded to a row, one open, the coming ones dim. */
export function SectionList({ reference, opened, sections, section, at, went, onGo }: Given): ReactNode {
  const { t } = useSpeech()
  const all = sections.flatMap(({ questions }) => questions.map(({ id }) => id))
  const from = all.indexOf(at)
  const goTo = (index: number): void => {
    const id = all[index]
    if (id !== undefined) onGo(id)
  }
  const moves = {
    next: () => goTo(from + 1),
    previous: () => goTo(from - 1),
    nextOpen: () => {
      const order = [...all.slice(from + 1), ...all.slice(0, from)]
      const open = order.find((id) => answerTo(opened.answers, id) === undefined)
      if (open !== undefined) onGo(open)
    },
  }
  return (
    <Panel title={wordsIn(opened, section.text)} aside={section.speaker === null ? undefined : t(`forms.speaker.${section.speaker}`)}>
      {section.questions.map((question, index) => (
        <Fragment key={question.id}>
          {question.id === at ? (
            <QuestionView reference={reference} opened={opened} question={question} number={index + 1} moves={moves} went={went} />
          ) : (
            <QuestionRow opened={opened} question={question} number={index + 1} previous={section.questions[index - 1]} onGo={onGo} />
          )}
        </Fragment>
      ))}
    </Panel>
  )
}

type RowGiven = {
  readonly opened: OpenedForm
  readonly question: FormQuestion
  readonly number: number
  readonly previous: FormQuestion | undefined
  readonly onGo: (question: string) => void
}

function QuestionRow({ opened, question, number, previous, onGo }: RowGiven): ReactNode {
  const speech = useSpeech()
  const answer = answerTo(opened.answers, question.id)
  const about = question.about !== null && question.about[0] !== previous?.about?.[0] ? wordsIn(opened, question.about) : undefined
  const changed = opened.former?.changed.includes(question.id) === true
  return (
    <Button className={cx(css['row'], answer === undefined && css['coming'])} onPress={() => onGo(question.id)} data-row={question.id}>
      <span className={css['number']}>{number}</span>
      <span className={css['row-text']}>
        {about === undefined ? null : <b className={css['row-about']}>{about}</b>}
        {wordsIn(opened, question.text)}
      </span>
      {changed ? <span className={css['changed']}>{speech.t('forms.changed')}</span> : null}
      <span className={css['row-answer']}>{answerWords(speech, opened, question, answer)}</span>
      {answer === undefined ? null : <Glyph status="met" size={15} />}
    </Button>
  )
}
