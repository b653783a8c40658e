import { sameValue } from '../changes/json.ts'
import { type Answer, type Answers, answerTo } from './answer.ts'

export type AnswerDifference = { readonly question: string; readonly before: Answer | undefined; readonly after: Answer | undefined }

/** Questions that two versions answer differently, in the order of the newer and then what only the older has. */
export function answerDifferences(before: Answers, after: Answers): readonly AnswerDifference[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((question) => ({ question, before: answerTo(before, question), after: answerTo(after, question) }))
    .filter((each) => !sameValue(each.before, each.after))
}
