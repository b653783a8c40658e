import { type Answer, type Answers, answerTo } from './answer.ts'
import type { Condition } from './condition.ts'
import type { Form, FormQuestion, FormSection } from './form.ts'

/** A form with what has been answered and what its conditions may ask besides. */
export type Filled = { readonly form: Form; readonly answers: Answers; readonly age: number }

/** The value of a scale's answer on the scale that it was given on. */
export function answerValue(question: FormQuestion | undefined, answer: Answer | undefined): number | null {
  if (question === undefined || answer === undefined) return null
  if ('risk' in answer) return answer.risk.finding === 'present' ? answer.risk.inherent.likelihood * answer.risk.inherent.severity : null
  if (question.kind !== 'scale' || !('code' in answer)) return null
  if (answer.scale !== undefined && answer.scale !== question.scale) return null
  return question.options.find(({ code }) => code === answer.code)?.value ?? null
}

type Seen = { readonly answer: (id: string) => Answer | undefined; readonly value: (id: string) => number | null; readonly age: number }

function holds(condition: Condition, seen: Seen): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, seen))
  if ('any' in condition) return condition.any.some((each) => holds(each, seen))
  if ('not' in condition) return !holds(condition.not, seen)
  if ('fact' in condition) return seen.age >= condition.atLeast
  const answer = seen.answer(condition.answer)
  if ('answered' in condition) return (answer !== undefined) === condition.answered
  if (answer === undefined) return false
  if ('is' in condition) return 'code' in answer && answer.code === condition.is
  if ('includes' in condition) return 'codes' in answer && answer.codes.includes(condition.includes)
  return (seen.value(condition.answer) ?? -1) >= condition.atLeast
}

/** The sections and questions that are asked now. An answer to a question that is not asked decides nothing. */
export function visibleSections({ form, answers, age }: Filled): readonly FormSection[] {
  const asked = new Map<string, FormQuestion>()
  const answer = (id: string) => (asked.has(id) ? answerTo(answers, id) : undefined)
  const seen: Seen = { answer, value: (id) => answerValue(asked.get(id), answer(id)), age }
  return form.sections.flatMap((section) => {
    if (section.visibleWhen !== null && !holds(section.visibleWhen, seen)) return []
    const questions = section.questions.filter((question) => {
      const visible = question.visibleWhen === null || holds(question.visibleWhen, seen)
      if (visible) asked.set(question.id, question)
      return visible
    })
    return questions.length === 0 ? [] : [{ ...section, questions }]
  })
}

export const visibleQuestions = (filled: Filled): readonly FormQuestion[] => visibleSections(filled).flatMap(({ questions }) => questions)

export type Progress = { readonly answered: number; readonly asked: number; readonly required: number; readonly requiredAnswered: number }

const progressOf = (questions: readonly FormQuestion[], answers: Answers): Progress => {
  const answered = questions.filter(({ id }) => answerTo(answers, id) !== undefined)
  return {
    answered: answered.length,
    asked: questions.length,
    required: questions.filter(({ required }) => required).length,
    requiredAnswered: answered.filter(({ required }) => required).length,
  }
}

/** How far one has come: in each section that is asked, and in all. */
export function progress(filled: Filled): { readonly whole: Progress; readonly sections: readonly (Progress & { readonly id: string })[] } {
  const sections = visibleSections(filled)
  return {
    whole: progressOf(
      sections.flatMap(({ questions }) => questions),
      filled.answers,
    ),
    sections: sections.map(({ id, questions }) => ({ id, ...progressOf(questions, filled.answers) })),
  }
}

/** Required questions that are asked and have no answer, in their order. */
export const missing = (filled: Filled): readonly string[] =>
  visibleQuestions(filled)
    .filter(({ id, required }) => required && answerTo(filled.answers, id) === undefined)
    .map(({ id }) => id)

/** Answers to what is asked now: what is hidden by another answer is kept apart and not signed. */
export function askedAnswers(filled: Filled): Answers {
  const asked = new Set(visibleQuestions(filled).map(({ id }) => id))
  return Object.fromEntries(Object.entries(filled.answers).filter(([id]) => asked.has(id)))
}
