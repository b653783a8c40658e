import { printPalette } from '#domain/pictures/palette.ts'
import { shareBar } from '#domain/pictures/share-bars.ts'
import type { BudgetPart, PlanBudgetLine } from '#domain/plan/budget-part.ts'
import type { Block } from '../model/blocks.ts'
import type { TableCell, TableRow } from '../model/tables.ts'
import { amount, dataDate, listed, percent, quantity, rate } from './formats.ts'
import { labelValues, note, optionalRow, row, section, sectionHeading } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

const barWidth = 46

export function budgetSection({ model: { budget }, words, number }: SectionContext): Block {
  if (budget === undefined) return section([])
  const { say, language } = words
  const largest = Math.max(1, ...budget.lines.map((line) => line.sek ?? 0))
  const columns = ['code', 'line', 'quantity', 'price', 'currency', 'sek', 'eur', 'share'].map((key) => say(`plan.budget.col.${key}`))
  return section([
    sectionHeading(words, 'plan.sec.budget', number('budget')),
    {
      kind: 'table',
      style: 'ruled',
      columns: [
        { width: 28 },
        { width: 'fill' },
        { width: 26, align: 'end' },
        { width: 56, align: 'end' },
        { width: 38 },
        { width: 58, align: 'end' },
        { width: 48, align: 'end' },
        { width: barWidth },
      ],
      headerRows: [{ cells: columns }],
      rows: [...budget.lines.map((line) => lineRow(line, largest, words)), totalRow(budget, words)],
      total: true,
      boldRowHeaders: true,
      summary: say('plan.budget.table'),
    },
    ...(budget.rates.length === 0 ? [] : [note(rates(budget, words))]),
    labelValues([
      row(say('plan.budget.approval'), approval(budget, words)),
      ...optionalRow(
        say('plan.budget.contingency'),
        budget.contingency === null
          ? ''
          : say('plan.budget.contingency-value', {
              share: percent(budget.contingency.basisPoints, language),
              ceiling: percent(budget.contingency.ceilingBasisPoints, language),
            }),
      ),
      row(say('plan.budget.payment'), say('plan.budget.not-child')),
    ]),
  ])
}

const written = (minor: number | null, currency: string, { language }: Words): string =>
  minor === null ? '–' : amount(minor, currency, language)

function lineRow(line: PlanBudgetLine, largest: number, words: Words): TableRow {
  const bar = shareBar((line.sek ?? 0) / largest, printPalette, barWidth)
  const share: TableCell = { blocks: [{ kind: 'decoration', svg: bar.svg, width: bar.width, space: { before: 2 } }] }
  return {
    cells: [
      line.category,
      words.typed(line.description),
      quantity(line.quantity, words.language),
      amount(line.unitPrice.amountMinor, line.unitPrice.currency, words.language),
      line.unitPrice.currency,
      written(line.sek, 'SEK', words),
      written(line.eur, 'EUR', words),
      share,
    ],
  }
}

const totalRow = ({ totalSek, totalEur }: BudgetPart, words: Words): TableRow => ({
  cells: [{ text: words.say('plan.budget.total'), columnSpan: 5 }, written(totalSek, 'SEK', words), written(totalEur, 'EUR', words), ''],
})

function rates({ rates: all, approval: approved }: BudgetPart, { say, language }: Words): string {
  return say('plan.budget.rates', {
    date: dataDate(approved?.on ?? '', language),
    rates: all.map((each) => rate(each, language)).join(', '),
  })
}

function approval({ approval: approved, funders }: BudgetPart, { say, language }: Words): string {
  if (approved === null) return say('plan.budget.not-approved')
  const date = dataDate(approved.on, language)
  if (approved.by === null) return say('plan.budget.approved-plain', { date })
  return say('plan.budget.approved', { date, name: approved.by, funder: listed(funders, language) })
}
