import type { EnabledScoring } from '../catalogue/questionnaires.ts'
import { answerTo } from '../questionnaires/answer.ts'
import type { FormQuestion } from '../questionnaires/form.ts'
import { questionsOf } from '../questionnaires/form.ts'
import { answerValue, type Filled, visibleQuestions } from '../questionnaires/look.ts'
import { type Score, type ScoredItem, scoreOf } from './score.ts'

/** The index of a filled form. Alarms and discrepancies stand whatever the total is. */
export type FormScore = Score & { readonly alerts: readonly string[]; readonly discrepancies: readonly string[] }

type ScaleQuestion = Extract<FormQuestion, { kind: 'scale' }>
type Said = {
  readonly respondent: string | null
  readonly value: number | null
  readonly applies: boolean
  readonly alarm: boolean
}

/** Whose answer counts where several were asked; the child's own comes first. @source Hemväg rule CRI-1 */
const order = ['C', 'G', 'W', null]

export function scoreForm(filled: Filled, table: EnabledScoring): FormScore {
  const asked = new Set(visibleQuestions(filled).map(({ id }) => id))
  const items = new Map<string, { readonly scored: NonNullable<ScaleQuestion['scored']>; readonly said: Said[] }>()
  for (const question of questionsOf(filled.form)) {
    if (question.kind !== 'scale' || question.scored === null) continue
    const held = items.get(question.scored.item) ?? { scored: question.scored, said: [] }
    held.said.push(saidOf(question, question.scored, asked.has(question.id), filled))
    items.set(question.scored.item, held)
  }
  const all = [...items].map(([id, { scored, said }]) => ({ id, scored, said }))
  const scoredItems = all.map(
    ({ id, scored, said }): ScoredItem => ({
      id,
      dimension: scored.dimension,
      weight: scored.weight,
      value: countedValue(said),
      applies: said.some(({ applies }) => applies),
    }),
  )
  return {
    ...scoreOf(scoredItems, table),
    alerts: all.filter(({ said }) => said.some(({ alarm }) => alarm)).map(({ id }) => id),
    discrepancies: all.filter(({ said }) => differs(said, table)).map(({ id }) => id),
  }
}

function saidOf(question: ScaleQuestion, scored: NonNullable<ScaleQuestion['scored']>, asked: boolean, { answers }: Filled): Said {
  const answer = asked ? answerTo(answers, question.id) : undefined
  const value = answerValue(question, answer)
  const outside = answer !== undefined && 'none' in answer && answer.none === 'not-applicable'
  return {
    respondent: scored.respondent,
    value,
    applies: asked ? !outside : scored.unasked === 'missing',
    alarm: value !== null && scored.alertAtOrBelow !== null && value <= scored.alertAtOrBelow,
  }
}

function countedValue(said: readonly Said[]): number | null {
  for (const respondent of order) {
    const value = said.find((each) => each.respondent === respondent)?.value
    if (value !== undefined && value !== null) return value
  }
  return null
}

/** Child and caregiver lie far apart on the same question. */
function differs(said: readonly Said[], { discrepancyFrom }: EnabledScoring): boolean {
  const of = (respondent: string) => said.find((each) => each.respondent === respondent)?.value ?? null
  const [child, caregiver] = [of('C'), of('G')]
  return discrepancyFrom !== undefined && child !== null && caregiver !== null && Math.abs(child - caregiver) >= discrepancyFrom
}
