import type { Output } from '#contract/operations.ts'
import type { Scene } from './window-replies.ts'

const users: Output<'users.list'> = {
  mayManage: true,
  users: [
    { id: 'U1', name: 'Anna Testberg', roles: ['coordinator', 'manager'], addedAt: '2026-01-12T08:00:00.000Z', self: true },
    { id: 'U2', name: 'Bo Provare', roles: ['deputy'], addedAt: '2026-02-03T08:00:00.000Z', self: false },
    { id: 'U3', name: 'Cajsa Provdotter', roles: ['reader'], addedAt: '2026-03-01T08:00:00.000Z', self: false },
  ],
}

const access: Output<'access.show'> = {
  holders: [
    { person: 'U1', name: 'Anna Testberg', standing: 'owner', since: '2026-03-14T09:00:00.000Z', grantedBy: 'Anna Testberg', self: true },
    {
      person: 'U2',
      name: 'Bo Provare',
      standing: 'glass',
      since: '2026-09-29T21:10:00.000Z',
      grantedBy: 'Bo Provare',
      self: false,
    },
  ],
  candidates: [{ person: 'U3', name: 'Cajsa Provdotter', mayOwn: false }],
  mayShare: true,
  protectedIdentity: false,
  breaks: [],
}

const broken: Output<'access.show'> = {
  ...access,
  breaks: [{ id: 'B1', name: 'Bo Provare', at: '2026-09-29T21:10:00.000Z', reason: 'Polisen ringde i natt och frågade var barnet finns.' }],
}

/** Nothing to tell of others: one user, no closed case, no broken glass. */
export const peopleReplies: Scene = {
  'users.list': { ok: true, value: users },
  'access.show': { ok: true, value: access },
  'case.closed': { ok: true, value: { cases: [], next: null, broken: [] } },
  'glass.acknowledge': { ok: true, value: {} },
  'glass.break': { ok: true, value: {} },
  'access.grant': { ok: true, value: {} },
  'access.withdraw': { ok: true, value: {} },
  'users.add': { ok: true, value: { id: 'U4' } },
  'users.change': { ok: true, value: {} },
  'users.remove': { ok: true, value: {} },
}

/** Somebody broke the glass of the open case, and two other cases are closed. */
export const glassReplies: Scene = {
  'access.show': { ok: true, value: broken },
  'case.closed': {
    ok: true,
    value: {
      cases: [
        { reference: 'HV-2026-0007', openable: true },
        { reference: 'HV-2026-0009', openable: false },
      ],
      next: null,
      broken: ['HV-2026-0001'],
    },
  },
}

/** Seen by somebody who may look at the users, and no more. */
export const withoutManagers: Scene = { 'users.list': { ok: true, value: { ...users, mayManage: false } } }
