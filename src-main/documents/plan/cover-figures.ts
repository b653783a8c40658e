import { type RiskLevel, riskLevels } from '#domain/catalogue/risk.ts'
import { levelBars } from '#domain/pictures/level-bars.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import { safeguardStrip } from '#domain/pictures/safeguard-strip.ts'
import type { SafeguardsPart } from '#domain/plan/cover-part.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import type { TableColumn } from '../model/tables.ts'
import { dataDate } from './formats.ts'
import { sentences } from './parts.ts'
import { openStopsText } from './risk.ts'
import type { Words } from './words.ts'

/** One cell: label, the figure, its picture, what stands behind it. */
export type FigureCell = { readonly label: string; readonly figure: string; readonly picture: Block | null; readonly note: string }

export function figureTable(cells: readonly (FigureCell & { readonly width: TableColumn['width'] })[]): Block {
  return {
    kind: 'table',
    style: 'summary',
    columns: cells.map(({ width }) => ({ width })),
    rows: [
      {
        cells: cells.map(({ label, figure, picture, note }) => ({
          blocks: [
            { kind: 'paragraph', step: 'table-head', bold: false, muted: true, text: label },
            { kind: 'paragraph', step: 'figure', text: figure, space: { before: 1, after: 2 } },
            ...(picture === null ? [] : [picture]),
            { kind: 'paragraph', step: 'table-head', bold: false, text: note },
          ],
        })),
      },
    ],
  }
}

export function coverFigures(model: PlanModel, words: Words): readonly Block[] {
  const { decision, safeguards, risk } = model.cover
  const { say } = words
  const cells = [
    ...(decision === null ? [] : [{ ...decisionCell(decision, words), width: 'fill' as const }]),
    ...(safeguards === null ? [] : [{ ...safeguardsCell(safeguards, words), width: risk === null ? ('fill' as const) : 158 }]),
    ...(risk === null
      ? []
      : [
          {
            label: say('plan.cover.risk'),
            figure: say(`plan.risk.${risk.level}`),
            picture: levelPicture(risk.level),
            note: `${openStopsText(risk.openStops, say)}. ${say('plan.cover.highest', { score: risk.highest })}`,
            width: 118,
          },
        ]),
  ]
  return cells.length === 0 ? [] : [figureTable(cells)]
}

export function outcomeText(outcome: string, { say }: Words): string {
  if (outcome === 'RETURN_FAMILY') return say('plan.cover.decision-return-family-unnamed')
  return say(outcome === 'RETURN_ALT_CARE' ? 'plan.cover.decision-return-alt-care' : 'plan.cover.decision-other')
}

function decisionCell(decision: NonNullable<PlanModel['cover']['decision']>, words: Words): FigureCell {
  const { say, relation, language } = words
  const figure =
    decision.outcome === 'RETURN_FAMILY' && decision.relation !== null
      ? say('plan.cover.decision-return-family', { relation: relation(decision.relation) })
      : outcomeText(decision.outcome, words)
  const authority = decision.homeAuthority
  return {
    label: say('plan.cover.decision'),
    figure,
    picture: null,
    note: sentences(
      say('plan.cover.decision-note', { unanimous: decision.unanimous ? 'yes' : 'no', date: dataDate(decision.decidedOn, language) }),
      authority !== null &&
        say('plan.cover.decision-authority', { authority: authority.name, date: dataDate(authority.agreedOn, language) }),
    ),
  }
}

/** Met and set aside together are what the copy is issued on; what is set aside is said besides. */
function safeguardsCell(safeguards: SafeguardsPart, { say, language }: Words): FigureCell {
  const { met, total, marks, checkedOn } = safeguards
  const settled = (kind: 'hard' | 'soft') => marks.filter((mark) => mark.kind === kind && mark.state !== 'open').length
  const all = (kind: 'hard' | 'soft') => marks.filter((mark) => mark.kind === kind).length
  const aside = marks.filter((mark) => mark.state === 'set-aside').length
  const note =
    met === total
      ? say('plan.cover.readiness-note', { date: dataDate(checkedOn, language), h: all('hard'), s: all('soft') })
      : say('plan.draft.safeguards-note', {
          date: dataDate(checkedOn, language),
          met: settled('hard'),
          hard: all('hard'),
          softMet: settled('soft'),
          soft: all('soft'),
        })
  return {
    label: say('plan.cover.readiness'),
    figure: met === total ? say('plan.cover.readiness-all', { n: total }) : say('plan.cover.readiness-some', { m: met, n: total }),
    picture: stripPicture(safeguards),
    note: sentences(note, aside > 0 && say('plan.cover.set-aside', { count: aside })),
  }
}

export function stripPicture({ marks }: SafeguardsPart): Block {
  const { svg, width } = safeguardStrip(marks, printPalette)
  return { kind: 'decoration', svg, width, space: { before: 2, after: 3 } }
}

const isLevel = (level: string): level is RiskLevel => riskLevels.some((each) => each === level)

export function levelPicture(level: string): Block {
  const { svg, width } = levelBars(isLevel(level) ? level : 'unknown', printPalette)
  return { kind: 'decoration', svg, width, space: { before: 2, after: 3 } }
}
