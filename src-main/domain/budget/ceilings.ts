import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PricedLine } from './lines.ts'

type Ceiling = Catalogue['ceilings'][number]

/** A programme's known ceiling beside what the budget asks of that funder. It warns and never stops. */
export type CeilingHint = {
  readonly ceiling: Ceiling
  /** Minor units of the ceiling's currency; null while an amount is missing or the ceiling has no currency. */
  readonly plannedMinor: number | null
  /** Null where no ceiling is known. */
  readonly exceeded: boolean | null
}

/** Hints for the ceilings of the programmes that pay for a line of the right form. @source catalogue ceilings, shown as reference */
export function ceilingHints(lines: readonly PricedLine[], ceilings: readonly Ceiling[]): readonly CeilingHint[] {
  return ceilings.flatMap((ceiling) => {
    const paid = lines.filter(({ line }) => line.funder === ceiling.funder && (ceiling.form === undefined || line.form === ceiling.form))
    if (paid.length === 0) return []
    const plannedMinor = sumIn(paid, ceiling.currency)
    const exceeded = plannedMinor === null || ceiling.amountMinor === null ? null : plannedMinor > ceiling.amountMinor
    return [{ ceiling, plannedMinor, exceeded }]
  })
}

function sumIn(lines: readonly PricedLine[], currency: string | undefined): number | null {
  const amounts = lines.map((each) => amountIn(each, currency))
  return amounts.reduce((total, amount) => (total === null || amount === null ? null : total + amount), 0)
}

function amountIn(line: PricedLine, currency: string | undefined): number | null {
  if (currency === 'SEK') return line.sek
  if (currency === 'EUR') return line.eur
  return line.amount?.currency === currency ? (line.amount?.amountMinor ?? null) : null
}
