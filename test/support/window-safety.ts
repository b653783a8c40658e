import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'
import { refused, type Scene, scenes } from './window-replies.ts'

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })

type State = Output<'backup.state'>
type Place = State['places'][number]
type Copy = NonNullable<Place['newest']>

const copy = (at: string, name: string): Copy => ({ name, at, size: 84_200_000, cases: 12, entries: 1043, attachments: 31, checkpoint: 42 })
const today = copy('2026-09-30T12:00:00.000Z', 'register-20260930T120000000Z')
const earlier = copy('2026-09-21T14:40:00.000Z', 'register-20260921T144000000Z')
const stick: Place = {
  id: '01STICK',
  label: 'REGION-SYD-2',
  folder: '/media/REGION-SYD-2',
  isThere: true,
  sameDisk: false,
  lastGoodAt: today.at,
  tooOld: false,
  copies: 24,
  newest: today,
  unreached: false,
}
const server: Place = { ...stick, id: '01SERVER', label: 'hemvag-kopior', folder: '/srv/enheten/hemvag-kopior', copies: 30 }
const trial = { at: '2026-08-14T08:00:00.000Z', copy: today.name, cases: 12, closed: 0, entries: 1043, intact: true }
const allGood: State = { now: '2026-09-30T12:31:00.000Z', places: [server, stick], trial }
const noPlace: State = { ...allGood, places: [], trial: null }
const gone: Place = { ...stick, isThere: false, lastGoodAt: earlier.at, tooOld: true, copies: 0, newest: null, unreached: true }
const health: Output<'backup.health'> = {
  checkedAt: '2026-09-30T05:58:00.000Z',
  pages: 2318,
  damagedPages: 0,
  journalIntact: true,
  entries: 1052,
  recoveryKeyAt: '2026-03-03T09:00:00.000Z',
}
const facts = {
  registerId: '01REGISTER',
  schema: 20,
  newestEntryAt: '2026-09-30T11:52:00.000Z',
  cases: 12,
  entries: 1043,
  attachments: 31,
  checkpoint: 42,
}
const registerId = '01REGISTER'

const comparison: Output<'backup.compare'> = {
  copy: { ...today, facts },
  present: { state: 'readable', facts: { ...facts, entries: 1052, newestEntryAt: '2026-09-30T12:29:00.000Z', checkpoint: 43 } },
  relation: 'ancestor',
  lost: 9,
  lostCases: 1,
  olderCases: 2,
}

const scene = (state: State, found: Partial<typeof health> = {}): Scene => ({
  ...scenes.ready,
  'register.info': ok<'register.info'>({ registerId, mark: 'HV', schema: 20, demonstration: false, cases: 12 }),
  'backup.seen': ok<'backup.seen'>({ lastGoodAt: today.at, failed: null }),
  'backup.state': ok<'backup.state'>(state),
  'backup.health': ok<'backup.health'>({ ...health, ...found }),
  'backup.list': ok<'backup.list'>({ registers: [{ registerId, folder: '/media/REGION-SYD-2/hemvag-01', copies: [today, earlier] }] }),
  'backup.compare': ok<'backup.compare'>(comparison),
  'backup.restore': ok<'backup.restore'>({
    folder: '/home/anna/bredvid',
    copy: today.name,
    at: today.at,
    asideIn: null,
    erasedAgain: 1,
  }),
})

const placeGone = { code: 'place-gone', messageKey: 'register.error.place-gone', values: { folder: stick.folder } }

type SafetyScene = 'allGood' | 'otherCopy' | 'noPlace' | 'stickAway' | 'copyFails' | 'damaged'

/** The safety screen: all well, no place yet, a stick that is away with much else to see to, a copy that fails, damage. */
export const safetyScenes: Readonly<Record<SafetyScene, Scene>> = {
  allGood: scene(allGood),
  otherCopy: { ...scene(allGood), 'backup.compare': ok<'backup.compare'>({ ...comparison, relation: 'other' }) },
  noPlace: {
    ...scene(noPlace, { recoveryKeyAt: null }),
    'backup.add-place': ok<'backup.add-place'>({ placeId: stick.id, warning: 'same-disk' }),
  },
  stickAway: {
    ...scene({ ...allGood, places: [gone], trial: { ...trial, at: '2026-05-01T08:00:00.000Z' } }),
    'backup.seen': ok<'backup.seen'>({
      lastGoodAt: earlier.at,
      failed: { at: '2026-09-29T15:02:00.000Z', messageKey: 'register.error.place-gone' },
    }),
  },
  copyFails: {
    ...scene(allGood),
    'backup.make': ok<'backup.make'>({
      attempts: [
        { placeId: server.id, folder: server.folder, copy: today, failure: null },
        { placeId: stick.id, folder: stick.folder, copy: null, failure: placeGone },
      ],
    }),
    'backup.try': refused('incident', { id: '01ABCD' }),
  },
  damaged: scene(
    { ...allGood, places: [{ ...stick, sameDisk: true, newest: null, copies: 0 }], trial: { ...trial, intact: false } },
    { damagedPages: 2, journalIntact: false },
  ),
}
