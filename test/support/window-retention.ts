import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'
import type { RetentionView } from '#contract/retention.ts'
import { type Scene, scenes } from './window-replies.ts'

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })

const view = (reference: string, change: Partial<RetentionView>): RetentionView => ({
  reference,
  rule: 'RET1',
  state: 'must',
  action: 'erase-due',
  listedFrom: '2025-05-04',
  completeBy: '2026-12-31',
  due: true,
  alsoApply: [],
  basis: 'SoL 16:1',
  standing: 'law',
  checked: 'read',
  validFrom: '2025-07-01',
  decided: false,
  ...change,
})
const notDue = { due: false, listedFrom: null, completeBy: null } as const
const cases: RetentionView[] = [
  view('HV-2020-0003', {}),
  view('HV-2020-0011', {
    completeBy: null,
    state: 'may',
    action: 'ask',
    rule: 'RET4',
    decided: true,
    basis: 'Beslut 2026:7',
    checked: 'unverified',
  }),
  view('HV-2023-0007', {
    ...notDue,
    state: 'later',
    action: 'not-before',
    rule: 'RET3',
    listedFrom: '2038-03-14',
    basis: 'SoL 16:2 a (SFS 2025:1501)',
  }),
  view('HV-2026-0001', { ...notDue, state: 'kept', action: 'keep', rule: 'RET2', basis: 'SoL (2025:400) 16:2', alsoApply: ['RET3'] }),
  view('HV-2026-0002', { ...notDue, state: 'waiting' }),
]
const decision = { text: 'Beslut 2026:7', years: 5, from: 'last-entry', decidedBy: 'Enhetschefen', decidedOn: '2026-09-01' } as const
const listed: Output<'retention.list'> = { on: '2026-09-30', cases, closed: ['HV-2026-0009'], decision, mayErase: true }
const nothing: Output<'erasure.state'> = { erasures: [], waiting: [], places: [], finishedAtOpening: [] }
const digest = '23effbf26b6f101191ca9b67415af2235c0cd907294f17043ef304e4141354d1'
const signed = { list: '01M86ZJMHJP764SHW4T1P5F8GZ', digest, signedAt: '2026-09-30T08:12:00.000Z', cases: ['HV-2020-0003'] }
const erased: Output<'erasure.state'>['erasures'][number] = {
  reference: 'HV-2020-0003',
  rule: 'RET1',
  list: signed.list,
  digest,
  signedAt: signed.signedAt,
  doneAt: '2026-09-30T08:14:00.000Z',
  entry: 214,
}
const places = [
  { name: 'USB-minne REGION-SYD-2', keyringAt: '2026-09-30T08:20:00.000Z', outstanding: [] },
  { name: '/media/sticka', keyringAt: '2026-09-01T08:20:00.000Z', outstanding: ['HV-2020-0003'] },
]

const scene = (retention: Output<'retention.list'>, state: Output<'erasure.state'>): Scene => ({
  ...scenes.ready,
  'retention.list': ok<'retention.list'>(retention),
  'erasure.state': ok<'erasure.state'>(state),
  'retention.sign': ok<'retention.sign'>(signed),
  'retention.erase': ok<'retention.erase'>({ erased: [erased], places }),
})

/** The weeding screen: something due, a list that is signed, afterwards with its proof, nothing due, no manager. */
export const weedingScenes = {
  due: scene(listed, nothing),
  signed: scene(listed, { ...nothing, waiting: [signed] }),
  erased: scene({ ...listed, cases: cases.slice(1) }, { erasures: [erased], waiting: [], places, finishedAtOpening: [signed.list] }),
  nothingDue: scene({ ...listed, cases: cases.slice(2), decision: null, closed: [] }, nothing),
  notManager: scene({ ...listed, mayErase: false }, nothing),
}

export const recordReply: Scene = {
  'person.record': ok<'person.record'>({
    file: '/home/anna/plan/HV-2026-0001_registerutdrag-0_sv.pdf',
    fileName: 'HV-2026-0001_registerutdrag-0_sv.pdf',
    pages: 38,
    review: 90,
  }),
}
