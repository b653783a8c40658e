import type { BudgetView } from '#contract/views.ts'
import { budgetOf } from '#domain/budget/budget-of.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'

/** The budget as it stands on a day. Amounts in minor units; an amount that cannot be said is null and its rate is named. */
export function budgetView(caseFile: CaseFile, catalogue: Catalogue, on: string): BudgetView {
  const budget = budgetOf(caseFile.budget, catalogue, on)
  const { contingency, approval } = budget
  return {
    lines: budget.lines.map(({ line, amount, sek, eur }) => ({
      id: line.id,
      category: line.category,
      description: hideNames(line.description, caseFile),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      amount,
      sek,
      eur,
      funder: line.funder,
      phase: line.phase,
      form: line.form ?? null,
    })),
    totalSek: budget.totalSek,
    totalEur: budget.totalEur,
    complete: budget.complete,
    byCategory: [...budget.byCategory],
    byPhase: [...budget.byPhase],
    byFunder: [...budget.byFunder],
    contingency:
      contingency === null
        ? null
        : { basisPoints: contingency.basisPoints, ceilingBasisPoints: contingency.ceilingBasisPoints, within: contingency.within },
    rates: [...budget.rates],
    problems: budget.problems.map(({ code, line, from, to }) => ({ code, line, from, to })),
    approval: approval === null ? null : { ...approval, by: null },
  }
}
