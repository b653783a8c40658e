import { type Answer, type Answers, answerTo } from './answer.ts'
import type { Definition } from './definition.ts'
import { type Form, questionsOf } from './form.ts'
import { answerFault, type Bounds } from './validate.ts'

type Former = { readonly version: number; readonly answers: Answers }

/**
 * What a new version may take over from a signed-off one: answers to the same question that still may stand. Nothing is made to fit:
 * an answer on another scale or of another kind stays behind.
 */
export function carryOver(definition: Definition, form: Form, former: Former, bounds: Bounds): Answers {
  const rule = definition.carryOver
  const same = former.version === definition.version
  if (!same && !(rule?.from.includes(former.version) ?? false)) return {}
  const [renamed, drop] = same ? [{}, []] : [rule?.renamed ?? {}, rule?.drop ?? []]
  const before = new Map(Object.entries(renamed).map(([was, is]) => [is, was]))
  const taken = questionsOf(form).flatMap((question): readonly (readonly [string, Answer])[] => {
    const answer = answerTo(former.answers, before.get(question.id) ?? question.id)
    if (answer === undefined || drop.includes(question.id)) return []
    return answerFault(question, answer, bounds) === undefined ? [[question.id, answer]] : []
  })
  return Object.fromEntries(taken)
}
