import type { Rating } from '#domain/case/assessments.ts'
import type { RiskLevel } from '#domain/catalogue/risk.ts'
import { riskLevels } from '#domain/catalogue/risk.ts'
import { chipSample, levelSample } from '#domain/pictures/legend.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import { type MatrixInput, riskMatrix } from '#domain/pictures/risk-matrix.ts'
import type { PlanFactor, RiskPart } from '#domain/plan/risk-part.ts'
import type { Block } from '../model/blocks.ts'
import { capital, dataDate, listed, score } from './formats.ts'
import { note, ruled, section, sectionHeading, sentences } from './parts.ts'
import { linesIn, rowfuls } from './rows.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** Bands of the printed matrix. @source catalogue riskScheme RISK-4x4, whose edition the assessment names */
export const printedScheme: MatrixInput['scheme'] = {
  likelihood: [1, 2, 3, 4],
  severity: [1, 2, 3, 4],
  levels: [
    { id: 'low', from: 1, to: 3 },
    { id: 'medium', from: 4, to: 6 },
    { id: 'high', from: 8, to: 9 },
    { id: 'critical', from: 12, to: 16 },
  ],
}

export function riskSection({ model: { risk }, words, number }: SectionContext): Block {
  if (risk === undefined) return section([])
  const { say } = words
  const picture = matrixFigure(
    risk.factors.map(({ id, before, now }) => ({
      code: id,
      now: now ?? undefined,
      before: now === null || differs(before, now) ? before : undefined,
    })),
    words,
  )
  return section([
    sectionHeading(words, 'plan.sec.risk', number('risk')),
    {
      kind: 'columns',
      gap: 8,
      space: { before: 4, after: 4 },
      columns: [
        { width: 352, blocks: [picture] },
        { width: 'fill', blocks: legend(risk, words) },
      ],
    },
    factorTable(risk, words),
    note(howItCounts(risk, words)),
    ...(risk.protective === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            step: 'table' as const,
            space: { before: 3 },
            text: [
              { text: `${say('plan.risk.protects', { count: risk.protective.length })}: `, bold: true },
              `${risk.protective.map((id) => say(`plan.protective.${id}`)).join(' · ')}. ${say('plan.risk.never-subtracted')}`,
            ],
          },
        ]),
  ])
}

const differs = (one: Rating, other: Rating): boolean => one.likelihood !== other.likelihood || one.severity !== other.severity

export function matrixFigure(factors: MatrixInput['factors'], { say }: Words): Block {
  const four = (key: string) => [1, 2, 3, 4].map((step) => say(`plan.risk.${key}.${step}`))
  const level = (id: RiskLevel) => say(`plan.risk.${id}`)
  const picture = riskMatrix(
    {
      factors,
      scheme: printedScheme,
      labels: {
        likelihood: say('plan.risk.likelihood'),
        severity: say('plan.risk.severity'),
        likelihoods: four('likelihood'),
        severities: four('severity'),
        levels: { low: level('low'), medium: level('medium'), high: level('high'), critical: level('critical') },
        head: ['', '', '', ''],
      },
    },
    printPalette,
  )
  const { key, values } = picture.alternative
  return { kind: 'figure', svg: picture.svg, width: picture.width, alternative: say(key, values) }
}

function legend({ level, openStops }: RiskPart, { say }: Words): readonly Block[] {
  const sample = (svg: string, width: number, text: string, before: number): Block => ({
    kind: 'columns',
    gap: 5,
    space: { before },
    columns: [
      { width: 30, blocks: [{ kind: 'decoration', svg, width }] },
      { width: 'fill', blocks: [{ kind: 'paragraph', step: 'table', text }] },
    ],
  })
  const chip = (kind: 'now' | 'before') => chipSample(kind, printPalette)
  return [
    { kind: 'paragraph', step: 'small', text: say('plan.cover.risk'), space: { before: 2 } },
    { kind: 'paragraph', step: 'figure-large', text: say(`plan.risk.${level}`) },
    { kind: 'paragraph', step: 'table', text: `${openStopsText(openStops, say)}.`, space: { before: 1, after: 8 } },
    sample(chip('now').svg, 30, say('plan.risk.after'), 0),
    sample(chip('before').svg, 30, say('plan.risk.before'), 2),
    { kind: 'spacing', height: 8 },
    ...riskLevels.map((id): Block => {
      const band = printedScheme.levels.find((each) => each.id === id)
      return sample(levelSample(id, printPalette).svg, 30, `${say(`plan.risk.${id}`)} ${band?.from}–${band?.to}`, 1.5)
    }),
  ]
}

export const openStopsText = (count: number, say: Words['say']): string =>
  count === 0 ? say('plan.cover.no-stops') : say('plan.cover.stops-open', { count })

function factorTable(risk: RiskPart, words: Words): Block {
  const { say } = words
  return ruled({
    columns: [{ width: 28 }, { width: 122 }, { width: 40 }, { width: 'fill' }, { width: 80 }, { width: 40 }, { width: 36 }],
    head: ['code', 'risk', 'before', 'measure', 'status', 'after', 'level'].map((column) => say(`plan.risk.col.${column}`)),
    summary: say('plan.risk.table'),
    rows: risk.factors.flatMap((factor) =>
      rowfuls(factor.measures, ({ text }) => linesIn(text, 18)).map((some, index) =>
        factorRow({ ...factor, measures: some }, index > 0, words),
      ),
    ),
  })
}

/** Measures that go on in another row stand beside the factor's name again, not beside its numbers. */
function factorRow(factor: PlanFactor, continues: boolean, words: Words): readonly string[] {
  const { say } = words
  const number = (text: string) => (continues ? '' : text)
  return [
    factor.id,
    partnerLabel(factor, words),
    number(score(factor.before)),
    measures(factor, words),
    states(factor, words),
    number(factor.now === null ? '–' : score(factor.now)),
    number(say(`plan.risk.${factor.level}`)),
  ]
}

/** What a partner may learn of a factor; without such a label its group stands there. */
function partnerLabel({ id, group }: PlanFactor, { say, has }: Words): string {
  return say(has(`risk-factor.partner.${id}`) ? `risk-factor.partner.${id}` : `risk-group.${group}`)
}

function measures({ measures: all, reliability }: PlanFactor, { say, typed }: Words): string {
  const texts = all.length === 0 ? say('plan.risk.no-measure') : capital(all.map(({ text }) => typed(text.replace(/\.$/, ''))).join('; '))
  return reliability === null ? texts : `${texts} (${say('plan.risk.source', { letter: reliability }).replace(' ', '\u00a0')})`
}

const states = ({ measures: all }: PlanFactor, { say }: Words): string =>
  [...new Set(all.map(({ state }) => say(`plan.risk.state.${state}`)))].join('; ')

function howItCounts(risk: RiskPart, { say, language, inSentence }: Words): string {
  return sentences(
    say('plan.risk.how'),
    say('plan.risk.assessed', { date: dataDate(risk.assessedOn, language), names: listed(risk.assessors.map(inSentence), language) }),
    risk.validThrough !== null && say('plan.risk.valid', { date: dataDate(risk.validThrough, language) }),
    risk.factors.some((factor) => factor.reliability !== null) && say('plan.risk.source-note'),
    risk.allStopsExamined && say('plan.risk.all-stops'),
    risk.othersAbsent && say('plan.risk.others-absent'),
  )
}
