import { answerSchema, type RiskAnswer } from '#domain/questionnaires/answer.ts'

type Present = Extract<RiskAnswer, { readonly finding: 'present' }>
type Half = { readonly likelihood?: number | undefined; readonly severity?: number | undefined }

/** A finding as it is being filled in: steps may be missing, lines empty. */
export type HalfRisk = {
  readonly finding: RiskAnswer['finding'] | undefined
  readonly inherent: Half
  /** Whether anything is said of the risk after measures. */
  readonly after: 'none' | 'rated' | 'unknown'
  readonly residual: Half
  readonly measures: readonly Present['measures'][number][]
  readonly source: string
  readonly reliability: Present['reliability']
  readonly note: string | undefined
}

export function halfOf(held: RiskAnswer | undefined): HalfRisk {
  const nothing = {
    finding: held?.finding,
    inherent: {},
    after: 'none' as const,
    residual: {},
    measures: [],
    source: '',
    reliability: undefined,
    note: undefined,
  }
  if (held?.finding !== 'present') return nothing
  const { residual } = held
  const after = residual === undefined ? 'none' : residual === 'unknown' ? 'unknown' : 'rated'
  const rated = residual === undefined || residual === 'unknown' ? {} : residual
  return { ...nothing, ...held, source: held.source ?? '', reliability: held.reliability, note: held.note, after, residual: rated }
}

/** What may be saved of it; nothing while the steps before measures are not both chosen or a measure says nothing yet. */
export function wholeOf(half: HalfRisk): RiskAnswer | undefined {
  const { finding, inherent, after, residual, measures, source, reliability, note } = half
  if (finding === undefined) return undefined
  const kept = { ...(reliability === undefined ? {} : { reliability }), ...(note === undefined ? {} : { note }) }
  const whole =
    finding === 'present'
      ? {
          finding,
          inherent,
          measures: measures.map(({ text, responsible, state, on }) => ({
            text: text.trim(),
            state,
            ...(responsible === undefined || responsible.trim() === '' ? {} : { responsible }),
            ...(on === undefined || on === '' ? {} : { on }),
          })),
          ...(after === 'none' ? {} : { residual: after === 'unknown' ? after : residual }),
          ...(source.trim() === '' ? {} : { source }),
          ...kept,
        }
      : { finding }
  const parsed = answerSchema.safeParse({ risk: whole })
  return parsed.success && 'risk' in parsed.data ? parsed.data.risk : undefined
}

const steps = [1, 2, 3, 4]

/** What a digit does to a finding: the likelihood first, then the severity; a third begins anew. */
export function withDigit(half: HalfRisk, digit: number): HalfRisk {
  if (!steps.includes(digit)) return half
  const { likelihood, severity } = half.inherent
  const inherent = likelihood === undefined || severity !== undefined ? { likelihood: digit } : { likelihood, severity: digit }
  return { ...half, finding: 'present', inherent }
}
