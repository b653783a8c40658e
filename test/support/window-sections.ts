import type { VerdictView } from '#contract/plans.ts'
import type { BudgetView, FollowUpView } from '#contract/views.ts'

type Line = readonly [
  category: string,
  description: string,
  quantity: string,
  unit: number,
  currency: string,
  amount: number,
  sek: number,
  phase: string,
]
const lines: readonly Line[] = [
  ['BC01', 'Flygbiljett, barnet', '1', 215_000, 'SEK', 215_000, 215_000, 'pre'],
  ['BC02', 'Ledsagare', '1', 648_000, 'SEK', 648_000, 648_000, 'pre'],
  ['BC03', 'Tolk, timmar', '6', 65_000, 'SEK', 390_000, 390_000, 'pre'],
  ['BC06', 'Transport från flygplatsen', '1', 12_000, 'EUR', 12_000, 135_000, 'post-arrival'],
  ['BC08', 'Boendestöd, månader', '12', 90_000, 'RON', 1_080_000, 2_386_800, 'post'],
  ['BC11', 'Terapi, samtal', '20', 25_000, 'RON', 500_000, 1_105_000, 'post'],
  ['BC12', 'Skolmaterial', '1', 35_000, 'EUR', 35_000, 393_750, 'post'],
  ['BC17', 'Uppföljningsbesök', '5', 8_000, 'EUR', 40_000, 450_000, 'post'],
  ['BC19', 'Oförutsett', '1', 200_000, 'SEK', 200_000, 200_000, 'any'],
]
const inEuro = (sek: number): number => Math.round(sek / 11.25)
const sum = (phase: string): number => lines.filter((line) => line[7] === phase).reduce((total, line) => total + line[6], 0)
const funder = 'Jämställdhetsmyndigheten'

export const budgetOfA: BudgetView = {
  lines: lines.map(([category, description, quantity, unit, currency, amount, sek, phase], index) => ({
    id: `line-${index + 1}`,
    category,
    description,
    quantity,
    unitPrice: { amountMinor: unit, currency },
    amount: { amountMinor: amount, currency },
    sek,
    eur: inEuro(sek),
    funder,
    phase,
    form: null,
  })),
  totalSek: 5_923_550,
  totalEur: 526_538,
  complete: true,
  byCategory: lines.map(([category, , , , , , sek]) => ({ id: category, sek, eur: inEuro(sek) })),
  byPhase: ['pre', 'post-arrival', 'post', 'any'].map((id) => ({ id, sek: sum(id), eur: inEuro(sum(id)) })),
  byFunder: [{ id: funder, sek: 5_923_550, eur: 526_538 }],
  contingency: { basisPoints: 349, ceilingBasisPoints: 1000, within: true },
  rates: [
    { base: 'EUR', quote: 'SEK', rate: '11.2500', date: '2026-09-01', source: 'Riksbanken' },
    { base: 'RON', quote: 'SEK', rate: '2.2100', date: '2026-09-01', source: 'Riksbanken' },
  ],
  problems: [],
  approval: { on: '2026-09-01', by: null, fundedForWholePeriod: true },
}

export const noBudget: BudgetView = {
  ...budgetOfA,
  lines: [],
  totalSek: 0,
  totalEur: 0,
  byCategory: [],
  byPhase: [],
  byFunder: [],
  contingency: null,
  rates: [],
  approval: null,
}

type Contact = readonly [
  row: string,
  due: string,
  from: string,
  through: string,
  grace: string,
  movedFrom: string | null,
  channels: string[],
]
const contacts: readonly Contact[] = [
  ['FU00', '2026-10-02', '2026-10-02', '2026-10-03', '2026-10-03', null, ['phone', 'video', 'receiver']],
  ['FU01', '2026-10-08', '2026-10-06', '2026-10-10', '2026-10-10', null, ['visit']],
  ['FU02', '2026-10-15', '2026-10-13', '2026-10-19', '2026-10-18', null, ['phone', 'video']],
  ['FU03', '2026-11-02', '2026-10-26', '2026-11-05', '2026-11-07', '2026-10-31', ['visit']],
  ['FU04', '2026-12-30', '2026-12-20', '2027-01-09', '2027-01-06', null, ['visit']],
  ['FU05', '2027-03-30', '2027-03-15', '2027-04-14', '2027-04-09', null, ['visit']],
  ['FU06', '2027-06-28', '2027-06-13', '2027-07-13', '2027-07-08', null, ['phone', 'video']],
  ['FU07', '2027-10-01', '2027-09-16', '2027-10-16', '2027-10-15', null, ['visit']],
]

export const followUpOfA: FollowUpView = {
  dayZero: '2026-10-01',
  handedOver: false,
  calendarKnown: true,
  country: 'RO',
  contacts: contacts.map(([row, due, windowFrom, windowThrough, graceThrough, movedFrom, channels]) => ({
    id: row.toLowerCase(),
    row,
    due,
    movedFrom,
    windowFrom,
    windowThrough,
    graceThrough,
    channels,
    tools: [],
  })),
  agreements: [
    {
      on: '2026-09-16',
      recipient: 'iom-ro',
      responsible: 'IOM Rumänien',
      channel: 'visit',
      alarmRoute: 'DGASPC Bacău granskar, regionkoordinator Syd underrättas',
    },
  ],
}

export const noFollowUp: FollowUpView = {
  dayZero: null,
  handedOver: false,
  calendarKnown: true,
  country: 'BG',
  contacts: [],
  agreements: [],
}

const rules = ['file', 'place', 'padding', 'container', 'mathematics', 'exact-form', 'time-stamp', 'later-changes', 'signer']
const signature = {
  field: 'organisation',
  subject: 'DEMO Regionkoordinator Syd',
  signedAt: '2026-09-30T13:22:00Z',
  fingerprint: '3f1a 9c04 77be 21d0',
  trusted: true,
}

const passed = rules.map((rule) => ({ rule, outcome: 'passed', code: null, ok: true }) as const)
const failing = (failed: Readonly<Record<string, string>>) =>
  rules.map((rule) => {
    const code = failed[rule]
    return code === undefined
      ? ({ rule, outcome: 'passed', code: null, ok: true } as const)
      : ({ rule, outcome: 'failed', code, ok: false } as const)
  })

export const intact: VerdictView = {
  file: '/home/anna/plan/HV-2026-0001_v2_IOM-FI_sv.pdf',
  verdict: 'intact-trusted',
  checks: [...passed.filter(({ rule }) => rule !== 'time-stamp'), { rule: 'time-stamp', outcome: 'not-checked', code: null, ok: true }],
  signatures: [signature],
}
export const tampered: VerdictView = {
  ...intact,
  verdict: 'do-not-trust',
  checks: failing({ mathematics: 'digest-mismatch' }).map((check) =>
    ['exact-form', 'time-stamp', 'signer'].includes(check.rule) ? { ...check, outcome: 'not-checked', ok: false } : check,
  ),
}
export const unknownSigner: VerdictView = {
  ...intact,
  verdict: 'intact-unknown-signer',
  checks: failing({ signer: 'untrusted' }),
  signatures: [{ ...signature, trusted: false }],
}
export const unreadable: VerdictView = {
  file: '/home/anna/plan/brev.pdf',
  verdict: 'cannot-verify',
  checks: rules.map((rule) =>
    rule === 'file' ? { rule, outcome: 'failed', code: 'unreadable', ok: false } : { rule, outcome: 'not-checked', code: null, ok: false },
  ),
  signatures: [],
}
