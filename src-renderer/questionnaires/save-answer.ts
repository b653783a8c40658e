import { ulid } from 'ulid'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { type Answer, answerSchema } from '#domain/questionnaires/answer.ts'
import type { FormQuestion } from '#domain/questionnaires/form.ts'
import { useChanges } from '../app/changes.tsx'
import { useCaseEditing } from '../app/editing/case-editing.tsx'
import { type Autosave, useAutosave } from '../app/editing/use-autosave.ts'

/** An answer that saves by itself, as every other field of a case does. */
export type AnswerField = Omit<Autosave<string>, 'shown' | 'type' | 'choose'> & {
  readonly answer: Answer | undefined
  readonly type: (answer: Answer | undefined) => void
  readonly choose: (answer: Answer | undefined) => void
  /** A name stands in it and is hidden, the form is signed off, or the person may not change the case. */
  readonly readOnly: boolean
  readonly hidden: boolean
}

const written = (answer: Answer | undefined): string => (answer === undefined ? '' : JSON.stringify(answer))

function readBack(shown: string): Answer | undefined {
  if (shown === '') return undefined
  const parsed = answerSchema.safeParse(JSON.parse(shown))
  return parsed.success ? parsed.data : undefined
}

const isWritten = (value: unknown): value is string => {
  if (typeof value !== 'string') return false
  try {
    readBack(value)
    return true
  } catch {
    return false
  }
}

/** The one place where the form engine meets how the window saves. */
export function useAnswerField(reference: string, opened: OpenedForm, question: FormQuestion): AnswerField {
  const { save } = useChanges()
  const { mayChange } = useCaseEditing()
  const { id, index } = opened
  const { shown, type, choose, ...rest } = useAutosave<string>({
    place: `form:${id}:${index}:${question.id}`,
    held: written(opened.answers[question.id]),
    fault: () => undefined,
    isShown: isWritten,
    attempt: (next, version, settle) =>
      save('questionnaire.answer', {
        reference,
        version,
        id,
        index,
        question: question.id,
        answer: readBack(next) ?? null,
        operationId: ulid(),
        ...(settle === undefined ? {} : { settle }),
      }),
  })
  const hidden = opened.hidden.includes(question.id)
  return {
    ...rest,
    answer: readBack(shown),
    type: (answer) => type(written(answer)),
    choose: (answer) => choose(written(answer)),
    hidden,
    readOnly: hidden || opened.signedOff !== null || !mayChange,
  }
}
