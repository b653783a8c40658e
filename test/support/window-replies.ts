import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'
import type { IdentityView, PersonView, ReadinessView, RiskView } from '#contract/views.ts'
import { peopleReplies } from './people-replies.ts'
import { editingReplies, editingRepliesOfB } from './window-editing.ts'
import { gates, identity, readiness } from './window-gates.ts'
import { aboutOfA, historyOfA, riskComparison, riskVersions } from './window-journal.ts'
import { lockSettings, startReplies, unlockState } from './window-keys.ts'
import { named, peopleOfA, peopleOfB } from './window-people.ts'
import { plans } from './window-plans.ts'
import { riskOfA, riskOfB } from './window-risk.ts'
import { foundBacau, foundNothing } from './window-search.ts'
import { budgetOfA, followUpOfA, intact, noBudget, noFollowUp } from './window-sections.ts'

/** What the window is answered in a test, by operation; `plan.export draft` and `plan.export final` apart. */
export type Scene = Partial<Record<WindowOperationName | 'plan.export draft', Reply<WindowOperationName>>>

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })
export const refused = (code: string, values: Readonly<Record<string, string | number>> = {}): Reply<WindowOperationName> => ({
  ok: false,
  error: { code, messageKey: code === 'wrong-passphrase' ? 'register.error.wrong-passphrase' : `failure.${code}`, values },
})

const recipients = ['iom-fi', 'iom-ro', 'dgaspc', 'aunt']
const mira = {
  reference: 'HV-2026-0001',
  alias: 'M.',
  country: 'RO',
  town: 'Bacău',
  age: 15,
  ageStanding: 'verified',
  departureStanding: 'planned',
} as const
const toma = {
  reference: 'HV-2026-0002',
  alias: 'T.',
  phase: 'PH3_ASSESS',
  country: 'BG',
  town: 'Sliven',
  age: 14,
  ageStanding: 'disputed',
  departureStanding: 'hoped-for',
} as const

const open = { state: 'open', metOn: null } as const
const begun = (code: string, values: Record<string, string | number> = {}) =>
  ({ ...open, work: 'begun', reason: { code, values } }) as const
const answeredNo = (code: string, values: Record<string, string | number> = {}) =>
  ({ ...open, work: 'answered-no', reason: { code, values } }) as const

const readyA = readiness({
  on: '2026-09-30',
  pause: null,
  departure: '2026-10-01',
  recipients,
  gates: gates({
    G05: { metOn: '2026-09-28', validThrough: '2026-10-05', soon: true },
    G06: { metOn: '2026-08-25', validThrough: '2026-10-24' },
    G09: { metOn: '2026-07-10', validThrough: '2026-10-08', soon: true },
    G15: { metOn: '2026-09-22', validThrough: '2026-10-06', soon: true },
  }),
})

const inWorkA = readiness({
  on: '2026-09-10',
  pause: null,
  departure: '2026-10-01',
  recipients,
  uncovered: true,
  gates: gates({
    G05: { state: 'reconfirm', renewFrom: '2026-09-24', validThrough: '2026-08-27' },
    G06: { metOn: '2026-08-25', validThrough: '2026-10-24' },
    G09: { metOn: '2026-07-10', validThrough: '2026-10-08' },
    G11: begun('reception-incomplete'),
    G12: open,
    G13: begun('evidence-missing', { document: 'DOC_PLAN' }),
    G15: open,
    G21: begun('recipients-not-covered', { count: 4 }),
    G22: open,
    G23: open,
    G24: open,
  }),
})

const expiredA = readiness({
  on: '2026-10-09',
  pause: null,
  departure: '2026-10-12',
  recipients,
  gates: gates({
    G05: { state: 'reconfirm', renewFrom: '2026-10-05', validThrough: '2026-10-05' },
    G06: { metOn: '2026-08-25', validThrough: '2026-10-24' },
    G09: { state: 'expired', work: 'done', validThrough: '2026-10-08', renewFrom: '2026-07-14', reason: null },
    G15: { state: 'expired', work: 'done', validThrough: '2026-10-06', renewFrom: '2026-09-28', reason: null },
  }),
})

const untouched = Object.fromEntries(
  ['G07', 'G08', 'G09', 'G11', 'G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G19', 'G20', 'G21', 'G22', 'G23', 'G24'].map((id) => [
    id,
    open,
  ]),
)
const pausedB = readiness({
  on: '2026-09-25',
  pause: { since: '2026-09-21', because: 'withdrawn', by: ['child'], missing: ['talk', 'declaration', 'decision'] },
  departure: '2026-10-20',
  recipients: recipients.slice(0, 1),
  uncovered: true,
  gates: gates({
    ...untouched,
    G02: begun('not-decided', { date: '2026-09-10' }),
    G03: begun('alternatives-incomplete'),
    G04: begun('wishes-unanswered', { count: 1 }),
    G05: answeredNo('withdrawn', { date: '2026-09-21' }),
    G06: answeredNo('open-stops', { count: 6, factors: 'RF01, RT03, RT04, RI01, RF03, RS03' }),
    G10: begun('authority-asked', { date: '2026-09-08' }),
  }),
})

type Case = {
  readonly identity: IdentityView
  readonly view: ReadinessView
  readonly people: readonly PersonView[]
  readonly risk: RiskView | null
}
const a = (view: ReadinessView, phase: string): Case => ({
  identity: identity({ ...mira, phase }, view),
  view,
  people: peopleOfA,
  risk: riskOfA,
})
const b: Case = { identity: identity(toma, pausedB), view: pausedB, people: peopleOfB, risk: riskOfB }

const status = (today: string): Output<'register.status'> => ({
  state: 'open',
  demonstration: true,
  demonstrationPassphrase: 'DEMO DEMO DEMO',
  today,
  language: 'sv',
  user: 'Anna Testberg',
  exportFolder: '/home/anna/plan',
  canChooseFiles: false,
})

function sceneOf(open: Case, all: readonly Case[]): Scene {
  const { list, offer, exported, draft } = plans(open.identity, open.view)
  const isA = open.identity.reference === mira.reference
  return {
    'register.status': ok<'register.status'>(status(open.view.on)),
    'register.lock': ok<'register.lock'>({}),
    'lock.settings': lockSettings,
    'register.settings': ok<'register.settings'>({ copyHours: 24, noteMinutes: 60, mayChange: true }),
    'register.examine': ok<'register.examine'>({ facts: [], reference: null, lowSpace: null }),
    'case.list': ok<'case.list'>({ cases: all.map((each) => each.identity) }),
    'case.overview': ok<'case.overview'>({
      identity: open.identity,
      readiness: open.view,
      people: [...open.people],
      tasks: isA ? { open: 2, overdue: 1 } : { open: 0, overdue: 0 },
      deadlines: isA
        ? [
            { id: 'DL04', key: 'dl04', due: '2026-10-20', state: 'waiting', severity: 'calm', values: { permit: 'PRM_BT' } },
            { id: 'DL06', key: 'dl06', due: '2032-03-13', state: 'waiting', severity: 'calm', values: {} },
          ]
        : [{ id: 'DL02', key: 'dl02', due: '2026-08-10', state: 'ended', severity: 'red', values: { days: 23 } }],
    }),
    'case.people': ok<'case.people'>({ identity: open.identity, people: [...open.people] }),
    'case.reveal-names': ok<'case.reveal-names'>({ child: isA ? 'Mira Exempelsson' : 'Toma Provov', people: named(open.people) }),
    'case.risk': ok<'case.risk'>({ identity: open.identity, risk: open.risk }),
    'case.budget': ok<'case.budget'>({ identity: open.identity, budget: isA ? budgetOfA : noBudget }),
    'case.follow-up': ok<'case.follow-up'>({ identity: open.identity, followUp: isA ? followUpOfA : noFollowUp }),
    'case.about': ok<'case.about'>(aboutOfA),
    ...(isA ? editingReplies : editingRepliesOfB),
    'case.history': ok<'case.history'>(historyOfA),
    'case.versions': ok<'case.versions'>(riskVersions),
    'case.compare': ok<'case.compare'>(riskComparison),
    ...peopleReplies,
    'plan.recipients': ok<'plan.recipients'>(isA ? list : { ...list, recipients: list.recipients.slice(0, 1) }),
    'plan.offer': ok<'plan.offer'>(offer),
    'plan.export': ok<'plan.export'>(exported),
    'plan.export draft': ok<'plan.export'>(draft),
    'plan.verify': ok<'plan.verify'>(intact),
    'search.find': ok<'search.find'>(foundBacau),
    'search.show-names': ok<'search.show-names'>({ minutes: 5 }),
  }
}

const ready = a(readyA, 'PH6_PREPARE')
const all = [ready, b]
const readyScene = sceneOf(ready, all)

/** Case A's risk screen with another assessment, or none. */
export const withRisk = (risk: RiskView | null): Scene => ({
  ...readyScene,
  'case.risk': ok<'case.risk'>({ identity: ready.identity, risk }),
})

/** States of the register and of the two example cases, as the operations would answer. */
export const scenes = {
  ready: readyScene,
  inWork: sceneOf(a(inWorkA, 'PH5_PLAN'), [a(inWorkA, 'PH5_PLAN'), b]),
  expired: sceneOf(a(expiredA, 'PH6_PREPARE'), [a(expiredA, 'PH6_PREPARE'), b]),
  paused: sceneOf(b, all),
  notFound: { ...readyScene, 'search.find': ok<'search.find'>(foundNothing) },
  empty: { ...readyScene, 'case.list': ok<'case.list'>({ cases: [] }) },
  locked: {
    'register.status': ok<'register.status'>({ ...status('2026-09-30'), state: 'locked' }),
    'register.unlock': refused('wrong-passphrase'),
    'unlock.state': unlockState(0, 0),
  },
  none: {
    'register.status': ok<'register.status'>({
      ...status('2026-09-30'),
      state: 'none',
      user: null,
      demonstration: false,
      demonstrationPassphrase: null,
    }),
    ...startReplies,
  },
} satisfies Record<string, Scene>
