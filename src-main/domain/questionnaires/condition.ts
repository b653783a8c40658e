import { z } from 'zod'

/** What a condition may ask besides answers. */
const conditionFacts = ['age'] as const

/** When a question is asked: a small tree, read and never evaluated as code. `age` is the child's on the day the form was begun. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: string; readonly is: string }
  | { readonly answer: string; readonly includes: string }
  | { readonly answer: string; readonly answered: boolean }
  /** The value of a scale's answer, 0 to 1, or likelihood times severity of a risk. */
  | { readonly answer: string; readonly atLeast: number }
  | { readonly fact: (typeof conditionFacts)[number]; readonly atLeast: number }

const answer = z.string().min(1)

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: conditionSchema.array().min(1) }),
    z.strictObject({ any: conditionSchema.array().min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ answer, is: z.string() }),
    z.strictObject({ answer, includes: z.string() }),
    z.strictObject({ answer, answered: z.boolean() }),
    z.strictObject({ answer, atLeast: z.number() }),
    z.strictObject({ fact: z.enum(conditionFacts), atLeast: z.number() }),
  ]),
)

/** The questions that a condition asks about. */
export function questionsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn)
  if ('any' in condition) return condition.any.flatMap(questionsIn)
  if ('not' in condition) return questionsIn(condition.not)
  return 'answer' in condition ? [condition.answer] : []
}

/** The same condition about other questions. */
export function renamed(condition: Condition, name: (question: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map((each) => renamed(each, name)) }
  if ('any' in condition) return { any: condition.any.map((each) => renamed(each, name)) }
  if ('not' in condition) return { not: renamed(condition.not, name) }
  return 'answer' in condition ? { ...condition, answer: name(condition.answer) } : condition
}
