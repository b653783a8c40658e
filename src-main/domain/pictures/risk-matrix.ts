import type { Rating } from '../case/assessments.ts'
import type { RiskLevel, RiskScheme } from '../catalogue/risk.ts'
import { scoreOf } from '../risk/levels.ts'
import type { Palette } from './palette.ts'
import type { Picture, TableTwin } from './picture.ts'
import { type Chip, type ChipMeasures, drawChip, printChip } from './risk-chip.ts'
import { drawing, element, label } from './svg.ts'

export type MatrixFactor = {
  readonly code: string
  /** What counts now; unknown factors have none and are listed beside the picture. */
  readonly now?: Rating | undefined
  /** Before measures; only where it differs from what counts now. */
  readonly before?: Rating | undefined
  /** Expected after measures that do not count yet; the window shows it, the plan does not. */
  readonly expected?: Rating | undefined
}

export type MatrixInput = {
  readonly factors: readonly MatrixFactor[]
  readonly scheme: Pick<RiskScheme, 'levels' | 'likelihood' | 'severity'>
  /** The factor looked at, drawn with a heavier line. */
  readonly selected?: string | undefined
  readonly labels: {
    readonly likelihood: string
    readonly severity: string
    /** Words for 1 to 4. */
    readonly likelihoods: readonly string[]
    readonly severities: readonly string[]
    readonly levels: Readonly<Record<RiskLevel, string>>
    /** Columns of the table twin: code, before, now, level. */
    readonly head: readonly [string, string, string, string]
  }
}

export type RiskMatrix = Picture & { readonly table: TableTwin }

/** Sizes of the picture: the plan's are points on paper, a screen needs larger words in about the same room. */
export type MatrixMeasures = {
  readonly cell: { readonly width: number; readonly height: number }
  readonly origin: { readonly x: number; readonly y: number }
  readonly chip: ChipMeasures
  /** From one chip to the next, across and down. */
  readonly pitch: { readonly x: number; readonly y: number }
  readonly text: { readonly score: number; readonly step: number; readonly word: number }
  /** Distances below the cells: figures, words, name of the axis. */
  readonly below: { readonly step: number; readonly word: number; readonly axis: number; readonly end: number }
  /** From a figure on the left to the word under it. */
  readonly line: number
}

export const printMeasures: MatrixMeasures = {
  cell: { width: 66, height: 36 },
  origin: { x: 86, y: 4 },
  chip: printChip,
  pitch: { x: 31, y: 13.5 },
  text: { score: 7, step: 8, word: 7 },
  below: { step: 10, word: 19, axis: 31, end: 35 },
  line: 9,
}

const chipsPerCell = 4

/** Likelihood up, severity right, the product in each cell's corner. A solid box counts now, a dashed pill was before measures. */
export function riskMatrix(input: MatrixInput, palette: Palette, measures = printMeasures): RiskMatrix {
  const { cell, origin } = measures
  const { factors, scheme, labels } = input
  const likelihoods = scheme.likelihood.toSorted((one, other) => other - one)
  const cells = likelihoods.flatMap((likelihood, row) =>
    scheme.severity.map((severity, column) => drawCell(ratingOf(likelihood, severity), column, row, input, palette, measures)),
  )
  const width = origin.x + scheme.severity.length * cell.width + 1
  const height = origin.y + likelihoods.length * cell.height + measures.below.end
  return {
    svg: drawing(width, height, cells.join('') + axes(input, palette, measures)),
    width,
    height,
    alternative: { key: 'picture.matrix', values: { factors: said(input), count: factors.length } },
    table: { head: labels.head, rows: factors.map((factor) => tableRow(factor, input)) },
  }
}

function bandOf(rating: Rating, { levels }: MatrixInput['scheme']): RiskLevel {
  const score = scoreOf(rating)
  const band = levels.find((each) => score >= each.from && score <= each.to)
  if (band === undefined) throw new RangeError(`the risk scheme has no level for ${score}`)
  return band.id
}

type Four = Rating['likelihood']
const isFour = (value: number): value is Four => value === 1 || value === 2 || value === 3 || value === 4

function ratingOf(likelihood: number, severity: number): Rating {
  if (isFour(likelihood) && isFour(severity)) return { likelihood, severity }
  throw new RangeError(`the picture has four steps, not ${likelihood} and ${severity}`)
}

function drawCell(rating: Rating, column: number, row: number, input: MatrixInput, palette: Palette, measures: MatrixMeasures): string {
  const { cell, origin, text } = measures
  const x = origin.x + column * cell.width
  const y = origin.y + row * cell.height
  const colours = palette.levels[bandOf(rating, input.scheme)]
  const ground = element('rect', {
    x,
    y,
    width: cell.width,
    height: cell.height,
    fill: colours.fill,
    stroke: palette.ink,
    'stroke-width': 0.5,
  })
  const score = label(palette, x + cell.width - 3, y + cell.height - 4, String(scoreOf(rating)), {
    size: text.score,
    anchor: 'end',
    fill: colours.text,
  })
  return ground + score + drawChips(chipsIn(rating, input), x, y, palette, measures)
}

function chipsIn(rating: Rating, { factors, selected }: MatrixInput): readonly Chip[] {
  const here = (place: Rating | undefined) => place?.likelihood === rating.likelihood && place.severity === rating.severity
  const chips = (kind: Chip['kind'], place: 'now' | 'before' | 'expected'): Chip[] =>
    factors
      .filter((factor) => here(factor[place]))
      .map((factor) => ({ code: factor.code, kind, selected: kind === 'now' && factor.code === selected }))
  return [...chips('now', 'now'), ...chips('before', 'before'), ...chips('expected', 'expected')]
}

function drawChips(chips: readonly Chip[], x: number, y: number, palette: Palette, { chip: size, pitch }: MatrixMeasures): string {
  const shown = chips.length > chipsPerCell ? chips.slice(0, chipsPerCell - 1) : chips
  const rest = chips.length - shown.length
  const at = (index: number) => ({ x: x + 3 + (index % 2) * pitch.x, y: y + 3 + Math.floor(index / 2) * pitch.y })
  const drawn = shown.map((chip, index) => drawChip(chip, at(index), palette, size))
  if (rest > 0) drawn.push(drawChip({ code: `+${rest}`, kind: 'more', selected: false }, at(shown.length), palette, size))
  return drawn.join('')
}

function axes({ labels, scheme }: MatrixInput, palette: Palette, { cell, origin, text, below, line }: MatrixMeasures): string {
  const bottom = origin.y + scheme.likelihood.length * cell.height
  const middle = origin.x + (scheme.severity.length * cell.width) / 2
  const across = scheme.severity.map((step, index) => {
    const x = origin.x + (index + 0.5) * cell.width
    return (
      label(palette, x, bottom + below.step, String(step), { size: text.step, bold: true, anchor: 'middle' }) +
      label(palette, x, bottom + below.word, labels.severities[index] ?? '', { size: text.word, anchor: 'middle', fill: palette.mute })
    )
  })
  const up = scheme.likelihood.map((step, index) => {
    const y = bottom - (index + 0.58) * cell.height
    return (
      label(palette, origin.x - 6, y, String(step), { size: text.step, bold: true, anchor: 'end' }) +
      label(palette, origin.x - 6, y + line, labels.likelihoods[index] ?? '', { size: text.word, anchor: 'end', fill: palette.mute })
    )
  })
  const turned = element(
    'g',
    { transform: `translate(9,${(origin.y + bottom) / 2}) rotate(-90)` },
    label(palette, 0, 0, labels.likelihood, { size: text.step, bold: true, anchor: 'middle' }),
  )
  return (
    across.join('') +
    up.join('') +
    turned +
    label(palette, middle, bottom + below.axis, labels.severity, { size: text.step, bold: true, anchor: 'middle' })
  )
}

const times = (rating: Rating | undefined): string =>
  rating === undefined ? '–' : `${rating.likelihood}×${rating.severity}\u00a0=\u00a0${scoreOf(rating)}`

function tableRow(factor: MatrixFactor, { scheme, labels }: MatrixInput): readonly string[] {
  const level = factor.now === undefined ? '–' : labels.levels[bandOf(factor.now, scheme)]
  return [factor.code, times(factor.before ?? factor.now), times(factor.now), level]
}

const said = ({ factors, scheme, labels }: MatrixInput): string =>
  factors
    .flatMap((factor) =>
      factor.now === undefined ? [] : `${factor.code} ${scoreOf(factor.now)} (${labels.levels[bandOf(factor.now, scheme)]})`,
    )
    .join(', ')
