import type { GateView, IdentityView, ReadinessView } from '#contract/views.ts'

type Fixed = Pick<GateView, 'id' | 'kind' | 'group' | 'evidence' | 'standing' | 'basis'>
const gate = (
  id: string,
  group: GateView['group'],
  evidence: string,
  standing: GateView['standing'],
  kind: GateView['kind'] = 'hard',
): Fixed => ({
  id,
  kind,
  group,
  evidence,
  standing,
  basis: standing === 'own' ? null : 'CoE Convention 16(7)',
})

const fixed: readonly Fixed[] = [
  gate('G01', 'child', 'DOC_GUARDIAN', 'law'),
  gate('G02', 'assessment', 'DOC_BID', 'law'),
  gate('G03', 'assessment', 'DOC_BID', 'guidance'),
  gate('G04', 'child', 'DOC_VIEWS', 'law'),
  gate('G05', 'child', 'DOC_VOLDECL', 'guidance'),
  gate('G06', 'assessment', 'DOC_RISK', 'law'),
  gate('G07', 'assessment', 'DOC_LEGAL', 'law'),
  gate('G08', 'reception', 'DOC_TRACING', 'guidance'),
  gate('G09', 'reception', 'DOC_HOMESTUDY', 'guidance'),
  gate('G10', 'reception', 'DOC_COO_AUTH', 'guidance'),
  gate('G11', 'reception', 'DOC_RECEPTION', 'law'),
  gate('G12', 'reception', 'DOC_TAKEOVER', 'guidance'),
  gate('G13', 'plan', 'DOC_PLAN', 'guidance'),
  gate('G14', 'plan', 'DOC_BUDGET', 'own', 'soft'),
  gate('G15', 'travel', 'DOC_HEALTH', 'guidance'),
  gate('G16', 'travel', 'DOC_TRAVELDOC', 'guidance'),
  gate('G17', 'travel', 'DOC_ITINERARY', 'guidance'),
  gate('G18', 'assessment', 'DOC_PROSECUTOR', 'law', 'soft'),
  gate('G19', 'assessment', 'DOC_COMP', 'law', 'soft'),
  gate('G20', 'child', 'DOC_INFO', 'law', 'soft'),
  gate('G21', 'plan', 'DOC_SECRECY', 'law'),
  gate('G22', 'plan', 'DOC_FOLLOWUP', 'guidance'),
  gate('G23', 'child', 'DOC_PREP', 'guidance', 'soft'),
  gate('G24', 'reception', 'DOC_PLANB', 'guidance'),
]

type Given = Partial<Pick<GateView, 'state' | 'work' | 'soon' | 'metOn' | 'validThrough' | 'renewFrom' | 'reason'>>
const bookingGates = new Set(['G15', 'G16', 'G17'])

/** The 24 safeguards, met but for what is given. */
export function gates(given: Readonly<Record<string, Given>>): GateView[] {
  return fixed.map((each) => {
    const own = given[each.id] ?? {}
    const state = own.state ?? 'met'
    const stands = state === 'met' || state === 'reconfirm'
    const books = each.kind === 'hard' && !bookingGates.has(each.id)
    const blocks: GateView['blocks'] = stands
      ? state === 'reconfirm'
        ? ['confirm', 'start']
        : []
      : books
        ? ['export', 'book', 'confirm', 'start']
        : ['confirm', 'start']
    return {
      ...each,
      state,
      work: stands ? 'done' : 'none',
      soon: false,
      blocks,
      metOn: stands ? '2026-08-20' : null,
      validThrough: null,
      renewFrom: null,
      reason: state === 'open' ? { code: 'nothing-recorded', values: {} } : null,
      checked: 'read',
      ...own,
    }
  })
}

type ReadinessGiven = Pick<ReadinessView, 'on' | 'pause' | 'departure'> & {
  readonly gates: GateView[]
  readonly recipients: readonly string[]
  readonly uncovered?: boolean
}

/** The whole answer of readiness over given safeguards. */
export function readiness({ on, pause, departure, gates: all, recipients, uncovered = false }: ReadinessGiven): ReadinessView {
  const paused = pause === null ? [] : ['paused']
  const verdict = (act: 'book' | 'confirm' | 'export', besides: readonly string[] = []) => {
    const blocking = all.filter((each) => each.blocks.includes(act) && !(act === 'export' && each.id === 'G13')).map((each) => each.id)
    const obstacles = [...paused, ...besides]
    return { act, permitted: blocking.length === 0 && obstacles.length === 0, gates: blocking, obstacles }
  }
  const confirm = verdict('confirm')
  return {
    on,
    gates: all,
    met: all.filter((each) => each.state === 'met' && !each.blocks.includes('confirm')).length,
    overridden: 0,
    pause,
    departure,
    carriesDepartureThrough: '2026-10-05',
    book: verdict('book'),
    confirm,
    start: { act: 'start', permitted: false, gates: confirm.gates, obstacles: ['not-travel-day', 'spoken-yes-missing'] },
    export: recipients.map((recipient) => ({
      ...verdict('export', uncovered ? ['recipient-not-covered'] : []),
      recipient,
      gap: uncovered ? 'not-checked' : null,
    })),
  }
}

type Who = Pick<IdentityView, 'reference' | 'alias' | 'phase' | 'country' | 'town' | 'age' | 'ageStanding' | 'departureStanding'>

export function identity(who: Who, view: ReadinessView): IdentityView {
  const nextGate = view.book.gates[0] ?? view.confirm.gates[0]
  return {
    ...who,
    version: 7,
    departure: view.departure,
    met: view.met,
    total: 24,
    overridden: 0,
    pausedSince: view.pause?.since ?? null,
    ticks: view.gates.map(({ id, group, state, work }) => ({ id, group, state, work })),
    book: view.book.permitted,
    confirm: view.confirm.permitted,
    next: nextGate === undefined ? null : { gate: nextGate, act: view.book.permitted ? 'confirm' : 'book' },
  }
}
