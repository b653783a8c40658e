import { z } from 'zod'
import { gateGroups } from '#domain/catalogue/gates.ts'
import { riskGroups, riskLevels, riskSchemeSchema } from '#domain/catalogue/risk.ts'

/** What the window is given to show. Ids and codes have their sentences in the message catalogues; no name of a person unless asked for. */
export const day = z.iso.date()
export const reference = z.string().regex(/^[A-Z]{2,4}-\d{4}-\d{4}$/)
export const language = z.enum(['sv', 'en'])
const values = z.record(z.string(), z.union([z.string(), z.number()]))
export const reason = z.strictObject({ code: z.string(), values })
const money = z.strictObject({ amountMinor: z.int(), currency: z.string() })

export const act = z.enum(['export', 'book', 'confirm', 'start'])

/** One safeguard: state, work, what it blocks, its dates, why, source. The sentences are `readiness.why.*` and `readiness.next.*`. */
export const gateView = z.strictObject({
  id: z.string(),
  kind: z.enum(['hard', 'soft']),
  group: z.enum(gateGroups),
  state: z.enum(['met', 'reconfirm', 'open', 'expired', 'overridden', 'not-applicable']),
  work: z.enum(['none', 'begun', 'answered-no', 'done']),
  /** Met, but its last day is near or before the departure. */
  soon: z.boolean(),
  blocks: act.array(),
  metOn: day.nullable(),
  validThrough: day.nullable(),
  renewFrom: day.nullable(),
  reason: reason.nullable(),
  evidence: z.string(),
  standing: z.enum(['law', 'guidance', 'own', 'unverified']),
  checked: z.enum(['read', 'summary', 'unverified']).nullable(),
  basis: z.string().nullable(),
})
export type GateView = z.infer<typeof gateView>

export const actView = z.strictObject({ act, permitted: z.boolean(), gates: z.string().array(), obstacles: z.string().array() })
export const pauseView = z.strictObject({
  since: day,
  because: z.enum(['withdrawn', 'spoken-no']),
  by: z.string().array(),
  missing: z.string().array(),
})

export const readinessView = z.strictObject({
  on: day,
  gates: gateView.array(),
  met: z.int(),
  overridden: z.int(),
  pause: pauseView.nullable(),
  departure: day.nullable(),
  carriesDepartureThrough: day.nullable(),
  book: actView,
  confirm: actView,
  start: actView,
  export: actView.extend({ recipient: z.string(), gap: z.string().nullable() }).array(),
})
export type ReadinessView = z.infer<typeof readinessView>

/** The identity bar, the same on every screen of a case. */
export const identityView = z.strictObject({
  reference,
  alias: z.string(),
  version: z.int(),
  phase: z.string(),
  departure: day.nullable(),
  /** A hope or a decision; null without a day. */
  departureStanding: z.enum(['hoped-for', 'planned']).nullable(),
  country: z.string(),
  town: z.string().nullable(),
  age: z.int(),
  /** How sure the birth date is that the age rests on; an age that is not verified is shown as stated. */
  ageStanding: z.enum(['verified', 'stated', 'disputed']),
  met: z.int(),
  total: z.int(),
  overridden: z.int(),
  pausedSince: day.nullable(),
  ticks: z.strictObject({ id: z.string(), group: gateView.shape.group, state: gateView.shape.state, work: gateView.shape.work }).array(),
  book: z.boolean(),
  confirm: z.boolean(),
  /** The safeguard to work on next and the act it is for; null when nothing remains. */
  next: z.strictObject({ gate: z.string(), act }).nullable(),
})
export type IdentityView = z.infer<typeof identityView>

export const deadlineView = z.strictObject({
  id: z.string(),
  key: z.string(),
  due: day.nullable(),
  state: z.enum(['waiting', 'soon', 'due', 'overdue', 'done', 'ended']),
  severity: z.enum(['calm', 'warning', 'red']),
  values,
})
export type DeadlineView = z.infer<typeof deadlineView>

export const personView = z.strictObject({
  id: z.string(),
  roles: z.string().array(),
  relation: z.strictObject({ kinship: z.string(), side: z.string() }).nullable(),
  safeToContact: z.enum(['yes', 'no', 'unknown']),
  mustNotLearnAddress: z.boolean(),
  /** Where and for whom: shown in place of a hidden name. */
  organisation: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  /** Only when names were asked for. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  safetyNote: z.string().nullable(),
})
export type PersonView = z.infer<typeof personView>

const rating = z.strictObject({ likelihood: z.int(), severity: z.int() })
export const riskFactorView = z.strictObject({
  id: z.string(),
  group: z.enum(riskGroups),
  stop: z.boolean(),
  standing: z.enum(['absent', 'not-assessed', 'unknown', 'inherent', 'residual', 'residual-not-yet', 'residual-unknown']),
  level: z.enum([...riskLevels, 'none', 'unknown']),
  inherent: rating.nullable(),
  residual: rating.nullable(),
  counted: rating.nullable(),
  rules: z.string().array(),
  reliability: z.string().nullable(),
  source: z.string().nullable(),
  measures: z
    .strictObject({
      text: z.string(),
      responsible: z.string().nullable(),
      state: z.enum(['planned', 'done', 'guaranteed']),
      on: day.nullable(),
    })
    .array(),
})
export type RiskFactorView = z.infer<typeof riskFactorView>

export const riskView = z.strictObject({
  assessedOn: day,
  signedOffOn: day.nullable(),
  validThrough: day.nullable(),
  versions: z.int(),
  overall: z.enum(riskLevels),
  /** Steps and bands of the scheme in force, for the matrix and the arithmetic beside it. */
  scheme: riskSchemeSchema.pick({ likelihood: true, severity: true, levels: true }),
  factors: riskFactorView.array(),
  protectiveFactors: z.string().array(),
  fired: z.strictObject({ rule: z.string(), opens: z.enum(['stop', 'manager-review', 'note']), factors: z.string().array() }).array(),
})
export type RiskView = z.infer<typeof riskView>

const total = z.strictObject({ id: z.string(), sek: z.int(), eur: z.int() })
export const budgetView = z.strictObject({
  lines: z
    .strictObject({
      id: z.string(),
      category: z.string(),
      description: z.string(),
      quantity: z.string(),
      unitPrice: money,
      /** Null where it cannot be said; see `problems`. */
      amount: money.nullable(),
      sek: z.int().nullable(),
      eur: z.int().nullable(),
      funder: z.string(),
      phase: z.string(),
      form: z.string().nullable(),
    })
    .array(),
  totalSek: z.int(),
  totalEur: z.int(),
  /** False where a line lacks an amount, and the sums with it. */
  complete: z.boolean(),
  byCategory: total.array(),
  byPhase: total.array(),
  byFunder: total.array(),
  /** Contingency as a share of the other lines in hundredths of a per cent, and the catalogue's ceiling; null without such a line. */
  contingency: z.strictObject({ basisPoints: z.int().nullable(), ceilingBasisPoints: z.int(), within: z.boolean() }).nullable(),
  rates: z.strictObject({ base: z.string(), quote: z.string(), rate: z.string(), date: day, source: z.string() }).array(),
  problems: z.strictObject({ code: z.string(), line: z.string(), from: z.string(), to: z.string() }).array(),
  approval: z.strictObject({ on: day, by: z.string().nullable(), fundedForWholePeriod: z.boolean() }).nullable(),
})
export type BudgetView = z.infer<typeof budgetView>

export const contactView = z.strictObject({
  id: z.string(),
  /** Row of the template, whose text is `follow-up.<row>`. */
  row: z.string(),
  due: day,
  movedFrom: day.nullable(),
  windowFrom: day,
  windowThrough: day,
  graceThrough: day,
  channels: z.string().array(),
  tools: z.string().array(),
})
export const followUpView = z.strictObject({
  /** The day of handover on which the series builds; planned until the child has been handed over. */
  dayZero: day.nullable(),
  handedOver: z.boolean(),
  calendarKnown: z.boolean(),
  country: z.string(),
  contacts: contactView.array(),
  agreements: z
    .strictObject({ on: day, recipient: z.string(), responsible: z.string(), channel: z.string(), alarmRoute: z.string() })
    .array(),
})
export type FollowUpView = z.infer<typeof followUpView>
