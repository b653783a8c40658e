import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { aBudgetLine, aCase, type CaseBuilder } from './a-case.ts'

/** What the page of case A says about money and time, and nothing else. */
export const caseAFacts = (): CaseBuilder =>
  aCase()
    .foundOn('2026-02-10')
    .born('2011-03-14')
    .placed('2026-02-11')
    .guardianAppointed('2026-02-12')
    .reflectionPeriodGranted('2026-02-20', 30)
    .exploited('2026-02-10')
    .investigation('opened', '2026-02-12')
    .investigation('prosecution-dropped', '2026-05-20')
    .compensation('applied', '2026-06-15')
    .riskAssessed('2026-08-25', [
      {
        factor: 'RF08',
        finding: 'present',
        inherent: { likelihood: 4, severity: 2 },
        residual: { likelihood: 3, severity: 2 },
        measures: [{ text: 'Stöd till mosterns försörjning', state: 'guaranteed', on: '2026-08-24' }],
      },
      { factor: 'RT03', finding: 'absent' },
    ])
    .budget([
      aBudgetLine('ticket', '1', 215_000, 'SEK', { category: 'BC01' }),
      aBudgetLine('escort', '1', 648_000, 'SEK', { category: 'BC02' }),
      aBudgetLine('interpreter', '6', 65_000, 'SEK', { category: 'BC03' }),
      aBudgetLine('onward', '1', 12_000, 'EUR', { category: 'BC06', phase: 'post-arrival' }),
      aBudgetLine('housing', '12', 90_000, 'RON', { category: 'BC08', phase: 'post' }),
      aBudgetLine('therapy', '20', 25_000, 'RON', { category: 'BC11', phase: 'post' }),
      aBudgetLine('school', '1', 35_000, 'EUR', { category: 'BC12', phase: 'post' }),
      aBudgetLine('visits', '5', 8_000, 'EUR', { category: 'BC17', phase: 'post' }),
      aBudgetLine('contingency', '1', 200_000, 'SEK', { category: 'BC19', phase: 'any' }),
    ])
    .rate('EUR', 'SEK', '11.2500', '2026-09-01')
    .rate('RON', 'SEK', '2.2100', '2026-09-01')
    .budgetApproved('2026-09-01')
    .departing('2026-10-01', '2026-09-08')

/** What the page of case B says about time. */
export const caseBFacts = (): CaseBuilder =>
  aCase()
    .foundOn('2026-08-03')
    .born('2012-01-30', 'disputed')
    .citizenOf('BGR')
    .placed('2026-08-03', 'emergency-foster-home')
    .guardian('applied', '2026-08-05')
    .guardianAppointed('2026-08-26')
    .investigation('opened', '2026-08-03')

/** Public holidays of Romania that fall into the year after the handover of case A. */
export const romania: WorkingCalendar = {
  country: 'RO',
  weekend: [6, 7],
  holidays: new Set([
    ...['2026-11-30', '2026-12-01', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-02', '2027-01-06', '2027-01-07', '2027-01-24'],
    ...['2027-04-30', '2027-05-01', '2027-05-02', '2027-05-03', '2027-06-01', '2027-06-20', '2027-06-21', '2027-08-15', '2027-11-30'],
  ]),
}
