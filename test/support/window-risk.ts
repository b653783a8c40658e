import type { RiskFactorView, RiskView } from '#contract/views.ts'

type Pair = readonly [likelihood: number, severity: number]
const rating = (pair: Pair | null) => (pair === null ? null : { likelihood: pair[0], severity: pair[1] })
const groupOf = (id: string): RiskFactorView['group'] =>
  id.startsWith('RI')
    ? 'individual'
    : id.startsWith('RF')
      ? 'family-and-care'
      : id.startsWith('RC')
        ? 'community'
        : id.startsWith('RT')
          ? 'trafficker-and-debt'
          : 'country-and-structure'

const scheme: RiskView['scheme'] = {
  likelihood: [1, 2, 3, 4],
  severity: [1, 2, 3, 4],
  levels: [
    { id: 'low', from: 1, to: 3 },
    { id: 'medium', from: 4, to: 6 },
    { id: 'high', from: 8, to: 9 },
    { id: 'critical', from: 12, to: 16 },
  ],
}
const levelOf = (pair: Pair | null): RiskFactorView['level'] =>
  pair === null ? 'unknown' : (scheme.levels.find(({ from, to }) => pair[0] * pair[1] >= from && pair[0] * pair[1] <= to)?.id ?? 'unknown')

type Given = {
  readonly stop?: boolean
  readonly rules?: string[]
  readonly measures?: RiskFactorView['measures']
  readonly source?: string
}

function factor(
  id: string,
  standing: RiskFactorView['standing'],
  inherent: Pair | null,
  residual: Pair | null,
  given: Given = {},
): RiskFactorView {
  const counted = standing === 'residual' ? residual : standing === 'inherent' || standing === 'residual-not-yet' ? inherent : null
  return {
    id,
    group: groupOf(id),
    stop: given.stop ?? false,
    standing,
    level: standing === 'absent' ? 'none' : levelOf(counted),
    inherent: rating(inherent),
    residual: rating(residual),
    counted: rating(counted),
    rules: given.rules ?? [],
    reliability: given.source === undefined ? null : 'B',
    source: given.source ?? null,
    measures: given.measures ?? [],
  }
}
const measure = (text: string, state: 'planned' | 'done' | 'guaranteed', on: string | null) => ({ text, responsible: null, state, on })
const unknown = (id: string) => factor(id, 'unknown', null, null, { stop: true, rules: ['STOP3'] })
const absent = (id: string) => factor(id, 'absent', null, null, { stop: true })
const unseen = (id: string) => factor(id, 'not-assessed', null, null)

export const riskOfA: RiskView = {
  assessedOn: '2026-08-25',
  signedOffOn: '2026-08-25',
  validThrough: '2026-10-24',
  versions: 1,
  overall: 'medium',
  scheme,
  factors: [
    factor('RF08', 'residual', [4, 2], [3, 2], { measures: [measure('Försörjningsstöd till mostern', 'guaranteed', '2026-08-24')] }),
    factor('RC01', 'residual', [3, 2], [2, 2], { measures: [measure('Skolan förberedd', 'done', '2026-08-20')] }),
    factor('RT05', 'residual', [3, 3], [2, 3], { measures: [measure('Annan ort än tidigare', 'done', '2026-08-19')], source: 'Polisen' }),
    factor('RS05', 'residual', [2, 3], [1, 3], { measures: [measure('Terapi bokad', 'done', '2026-08-22')] }),
    factor('RI03', 'residual', [3, 3], [2, 3], { measures: [measure('Terapi', 'done', '2026-08-22')] }),
    ...['RI01', 'RI02', 'RF01', 'RF03', 'RT03', 'RT04', 'RS03'].map(absent),
  ],
  protectiveFactors: ['PF01', 'PF02', 'PF04', 'PF06', 'PF07', 'PF11'],
  fired: [],
}

export const riskOfB: RiskView = {
  assessedOn: '2026-09-12',
  signedOffOn: null,
  validThrough: null,
  versions: 1,
  overall: 'critical',
  scheme,
  factors: [
    factor('RF01', 'residual-not-yet', [3, 4], [2, 4], {
      stop: true,
      rules: ['STOP1', 'STOP2'],
      measures: [measure('Hemutredning av barnskyddet i Sliven, begärd 8 september', 'planned', null)],
      source: 'Polisen, 12 september',
    }),
    factor('RT03', 'inherent', [3, 3], null, { stop: true, rules: ['STOP1'] }),
    factor('RT04', 'residual-unknown', [2, 3], null, { stop: true, rules: ['STOP3'] }),
    unknown('RI01'),
    unknown('RF03'),
    unknown('RS03'),
    factor('RI12', 'inherent', [3, 3], null),
    factor('RI06', 'inherent', [4, 2], null),
    factor('RF08', 'residual-not-yet', [4, 2], [3, 2], { measures: [measure('Stöd till modern', 'planned', null)] }),
    factor('RC01', 'inherent', [3, 2], null),
    factor('RS02', 'residual', [3, 3], [2, 3], { measures: [measure('Kontakt med barnskyddet', 'done', '2026-09-10')] }),
    ...['RI02', 'RF02', 'RT01', 'RT02', 'RS01'].map(absent),
    ...['RI03', 'RI04', 'RI05', 'RC02', 'RC03', 'RS04', 'RS05'].map(unseen),
  ],
  protectiveFactors: ['PF02'],
  fired: [
    { rule: 'STOP1', opens: 'stop', factors: ['RF01', 'RT03'] },
    { rule: 'STOP2', opens: 'stop', factors: ['RF01'] },
    { rule: 'STOP3', opens: 'stop', factors: ['RT04', 'RI01', 'RF03', 'RS03'] },
    { rule: 'WARN1', opens: 'note', factors: [] },
  ],
}
