import type { ReactNode } from 'react'
import type { BudgetView } from '#contract/views.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { Panel } from '../../components/panel.tsx'
import { type Row, Table, tableClasses } from '../../components/table.tsx'

type Line = BudgetView['lines'][number]

/** Line by line: what, in its own currency, and in crowns and euros. */
export function BudgetTable({ budget }: { readonly budget: BudgetView }): ReactNode {
  const speech = useSpeech()
  const { t, amount } = speech
  const columns = [
    { key: 'code', title: t('budget.column.code') },
    { key: 'what', title: t('budget.column.what') },
    { key: 'quantity', title: t('budget.column.quantity'), number: true },
    { key: 'price', title: t('budget.column.price'), number: true },
    { key: 'sek', title: t('budget.column.sek'), number: true },
    { key: 'eur', title: t('budget.column.eur'), number: true },
    { key: 'funder', title: t('budget.column.funder') },
  ]
  const foot = (
    <tr>
      <th scope="row" colSpan={2}>
        {t('budget.sum')}
      </th>
      <td colSpan={2} className={tableClasses.number}>
        {perCurrency(budget.lines, speech)}
      </td>
      <td className={`${tableClasses.number} ${tableClasses.strong}`}>{amount(budget.totalSek, 'SEK')}</td>
      <td className={`${tableClasses.number} ${tableClasses.strong}`}>{amount(budget.totalEur, 'EUR')}</td>
      <td />
    </tr>
  )
  return (
    <Panel>
      <Table label={t('budget.lines')} columns={columns} rows={budget.lines.map((line) => rowOf(line, speech))} foot={foot} />
    </Panel>
  )
}

function rowOf(line: Line, { tOr, amount }: Speech): Row {
  const money = (minor: number | null, currency: string): string => (minor === null ? '–' : amount(minor, currency))
  return {
    key: line.id,
    cells: [
      { key: 'code', content: <span title={tOr([`budget-category.${line.category}`])}>{line.category}</span>, faint: true },
      { key: 'what', content: line.description },
      { key: 'quantity', content: line.quantity, number: true },
      { key: 'price', content: `${amount(line.unitPrice.amountMinor, line.unitPrice.currency)} ${line.unitPrice.currency}`, number: true },
      { key: 'sek', content: money(line.sek, 'SEK'), number: true, strong: true },
      { key: 'eur', content: money(line.eur, 'EUR'), number: true },
      { key: 'funder', content: line.funder },
    ],
  }
}

/** `14 530,00 SEK + 870,00 EUR`: what must be paid out in each currency. */
function perCurrency(lines: readonly Line[], { amount }: Speech): string {
  const sums = new Map<string, number>()
  for (const line of lines)
    if (line.amount !== null) sums.set(line.amount.currency, (sums.get(line.amount.currency) ?? 0) + line.amount.amountMinor)
  return [...sums].map(([currency, minor]) => `${amount(minor, currency)} ${currency}`).join(' + ')
}
