import { z } from 'zod'
import { line, municipality, plainDate, prose, ulid } from '../case/values.ts'
import { daysBetween, type PlainDate } from '../dates.ts'

/** Who asks; texts under `advice.asker.<id>`. */
export const askerKinds = [
  'municipality',
  'migration',
  'police',
  'prosecutor',
  'region',
  'other-authority',
  'guardian',
  'civil-society',
  'foreign-authority',
  'other',
] as const
export const adviceChannels = ['phone', 'email', 'meeting', 'letter'] as const

/** A request for advice, with or without a case. Who asked is an organisation; a child's name has no place here. */
export const adviceDetailsSchema = z.strictObject({
  askedOn: plainDate,
  channel: z.enum(adviceChannels),
  askerKind: z.enum(askerKinds),
  organisation: line,
  municipality: municipality.optional(),
  /** Codes of the catalogue's `adviceTopics`. */
  topics: z.string().array().min(1),
  caseReference: z
    .string()
    .regex(/^[A-Z]{2,4}-\d{4}-\d{4}$/)
    .optional(),
  question: prose.optional(),
})
export type AdviceDetails = z.infer<typeof adviceDetailsSchema>

export const adviceAnswerSchema = z.strictObject({ on: plainDate, by: line, what: prose })
export const adviceSchema = z.strictObject({ id: ulid, details: adviceDetailsSchema, answer: adviceAnswerSchema.optional() })
export type Advice = z.infer<typeof adviceSchema>

type Count = { readonly id: string; readonly count: number }

/** A year in figures. A request with several topics counts once under each. */
export type AdviceYear = {
  readonly year: number
  readonly asked: number
  readonly answered: number
  readonly waiting: number
  readonly withCase: number
  /** Days to the answer in the middle of all; absent where nothing is answered. */
  readonly medianDays: number | undefined
  readonly byAsker: readonly Count[]
  readonly byTopic: readonly Count[]
  /** January to December. */
  readonly byMonth: readonly number[]
}

function counted(ids: readonly string[], every: readonly string[]): readonly Count[] {
  return every.map((id) => ({ id, count: ids.filter((each) => each === id).length })).filter(({ count }) => count > 0)
}

function median(days: readonly number[]): number | undefined {
  const sorted = days.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [lower, upper] = [sorted[middle - 1], sorted[middle]]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

/** @param topics every topic code, in the order in which they are told */
export function adviceYear(all: readonly Advice[], year: number, topics: readonly string[]): AdviceYear {
  const asked = all.filter(({ details }) => details.askedOn.startsWith(`${year}-`))
  const answered = asked.flatMap(({ details, answer }) => (answer === undefined ? [] : [daysBetween(details.askedOn, answer.on)]))
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  return {
    year,
    asked: asked.length,
    answered: answered.length,
    waiting: asked.length - answered.length,
    withCase: asked.filter(({ details }) => details.caseReference !== undefined).length,
    medianDays: median(answered),
    byAsker: counted(
      asked.map(({ details }) => details.askerKind),
      askerKinds,
    ),
    byTopic: counted(
      asked.flatMap(({ details }) => details.topics),
      topics,
    ),
    byMonth: months.map((month) => asked.filter(({ details }) => details.askedOn.startsWith(month)).length),
  }
}

/** Unanswered first, the one that has waited longest at the top; then the newest. */
export function inAdviceOrder(all: readonly Advice[]): readonly Advice[] {
  const by = (sign: 1 | -1) => (one: Advice, other: Advice) =>
    sign * (one.details.askedOn < other.details.askedOn ? -1 : one.details.askedOn > other.details.askedOn ? 1 : one.id < other.id ? -1 : 1)
  const waiting = all.filter(({ answer }) => answer === undefined)
  return [...waiting.toSorted(by(1)), ...all.filter(({ answer }) => answer !== undefined).toSorted(by(-1))]
}

/** A request is answered on the day it is asked at the earliest. */
export const answeredInTime = (askedOn: PlainDate, on: PlainDate): boolean => on >= askedOn
