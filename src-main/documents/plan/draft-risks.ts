import type { DraftFactor, DraftModel } from '#domain/plan/draft-model.ts'
import type { Block } from '../model/blocks.ts'
import { ruled, section, sectionHeading, sentences } from './parts.ts'
import { matrixFigure } from './risk.ts'
import type { Words } from './words.ts'

/** Open stops with why and what would close them. */
export function draftStops({ risk }: DraftModel, words: Words): readonly Block[] {
  const open = (risk?.factors ?? []).filter((factor) => factor.open)
  if (open.length === 0) return []
  const { say } = words
  const weight = (factor: DraftFactor) => (factor.now === null ? 0 : factor.now.likelihood * factor.now.severity)
  return [
    section([
      sectionHeading(words, 'plan.draft.stops'),
      ruled({
        columns: [{ width: 28 }, { width: 136 }, { width: 'fill' }, { width: 120 }],
        head: ['code', 'factor', 'why', 'needed'].map((column) => say(`plan.draft.col.${column}`)),
        summary: say('plan.draft.stops-table'),
        rows: open
          .toSorted((one, other) => weight(other) - weight(one))
          .map((factor) => [factor.id, say(`risk-factor.${factor.id}`), why(factor, words), needed(factor, words)]),
      }),
    ]),
  ]
}

function why(factor: DraftFactor, { say }: Words): string {
  const value =
    factor.now === null
      ? ''
      : say('plan.draft.why.value', {
          score: factor.now.likelihood * factor.now.severity,
          level: say(`plan.risk.${factor.level}`).toLocaleLowerCase(),
        })
  switch (factor.standing) {
    case 'residual-not-yet':
      return sentences(value, say('plan.draft.why.planned'))
    case 'residual-unknown':
      return say('plan.draft.why.residual-unknown')
    case 'unknown':
      return say('plan.draft.why.unknown')
    case 'not-assessed':
      return say('plan.draft.why.not-assessed')
    default:
      return sentences(value, factor.measures.length === 0 && say('plan.draft.why.no-measure'))
  }
}

/** The planned measure, else what usually closes the factor. */
function needed({ id, standing, measures }: DraftFactor, { say, typed, has }: Words): string {
  const planned = measures.filter((measure) => measure.state === 'planned')
  if (standing === 'residual-not-yet' && planned.length > 0)
    return say('plan.draft.needed.measure', { text: planned.map((measure) => typed(measure.text)).join('; ') })
  if (has(`plan.draft.needed.${id}`)) return say(`plan.draft.needed.${id}`)
  return say(standing === 'inherent' || standing === 'residual' ? 'plan.draft.needed.plan' : 'plan.draft.needed.find-out')
}

export function draftRisks({ risk }: DraftModel, words: Words): readonly Block[] {
  if (risk === null) return []
  const { say } = words
  const placed = risk.factors.map(({ id, now, before, standing }) => ({
    code: id,
    now: now ?? undefined,
    before: standing === 'residual' && before !== null && now !== null ? before : undefined,
  }))
  const unknown = risk.factors.filter((factor) => factor.stop && factor.now === null).map((factor) => factor.id)
  const paragraph = (text: string, step: 'table' | 'small', before: number): Block => ({
    kind: 'paragraph',
    step,
    text,
    space: { before, after: 0 },
  })
  return [
    section([
      sectionHeading(words, 'plan.sec.risk'),
      {
        kind: 'columns',
        gap: 8,
        space: { before: 4 },
        columns: [
          { width: 352, blocks: [matrixFigure(placed, words)] },
          {
            width: 'fill',
            blocks: [
              ...(unknown.length === 0
                ? []
                : [
                    { kind: 'paragraph' as const, bold: true, text: say('plan.draft.unknown-stops') },
                    paragraph(unknown.join(', '), 'table', 1),
                    paragraph(say('plan.draft.unknown-note'), 'table', 5),
                  ]),
              paragraph(say('plan.draft.legend'), 'small', 8),
              ...(risk.othersNotExamined ? [paragraph(say('plan.draft.others-note'), 'small', 4)] : []),
            ],
          },
        ],
      },
    ]),
  ]
}
