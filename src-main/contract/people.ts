import { z } from 'zod'
import { roles } from '#domain/roles.ts'
import { longestUserName } from '#domain/user-name.ts'
import { reference } from './views.ts'

const instant = z.string()
const operationId = z.string().min(1).max(80)
const role = z.enum(roles)
const name = z.string().trim().min(1).max(longestUserName)
const nothing = z.strictObject({})
const standing = z.enum(['owner', 'reader', 'glass'])

export const userView = z.strictObject({
  id: z.string(),
  /** As the user is called here, also where no name was ever given. */
  name: z.string(),
  roles: role.array(),
  addedAt: instant,
  /** The person at the screen. */
  self: z.boolean(),
})
export type UserView = z.infer<typeof userView>

const holder = z.strictObject({
  person: z.string(),
  name: z.string(),
  standing,
  since: instant,
  grantedBy: z.string(),
  self: z.boolean(),
})
export type HolderView = z.infer<typeof holder>

const glassBreak = z.strictObject({ id: z.string(), name: z.string(), at: instant, reason: z.string() })

const accessNames = ['access.show', 'case.closed', 'case.list'] as const

export const peopleOperations = {
  'users.list': {
    effect: 'read',
    refreshes: [],
    input: nothing,
    output: z.strictObject({ users: userView.array(), mayManage: z.boolean() }),
  },
  /** A person with keys of their own. The passphrase is theirs: they change it at their first unlocking. */
  'users.add': {
    effect: 'write',
    refreshes: ['users.list', 'access.show', 'register.status'],
    input: z.strictObject({ name, roles: role.array().min(1), passphrase: z.string().min(1).max(1000), operationId }),
    output: z.strictObject({ id: z.string() }),
  },
  'users.change': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ person: z.string(), name: name.optional(), roles: role.array().min(1).optional(), operationId }),
    output: nothing,
  },
  'users.remove': {
    effect: 'write',
    refreshes: ['users.list', 'access.show'],
    input: z.strictObject({ person: z.string(), operationId }),
    output: nothing,
  },
  /** Who may see a case and why, whom it could be shown to, and by whom its glass was broken. */
  'access.show': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ reference }),
    output: z.strictObject({
      holders: holder.array(),
      candidates: z.strictObject({ person: z.string(), name: z.string(), mayOwn: z.boolean() }).array(),
      mayShare: z.boolean(),
      protectedIdentity: z.boolean(),
      /** Not acknowledged yet; empty for all but owners. */
      breaks: glassBreak.array(),
    }),
  },
  'access.grant': {
    effect: 'write',
    refreshes: accessNames,
    input: z.strictObject({ reference, person: z.string(), standing: z.enum(['owner', 'reader']), operationId }),
    output: nothing,
  },
  'access.withdraw': {
    effect: 'write',
    refreshes: accessNames,
    input: z.strictObject({ reference, person: z.string(), operationId }),
    output: nothing,
  },
  'glass.break': {
    effect: 'write',
    refreshes: ['*'],
    input: z.strictObject({ reference, reason: z.string().trim().max(2000), operationId }),
    output: nothing,
  },
  'glass.acknowledge': {
    effect: 'write',
    refreshes: accessNames,
    input: z.strictObject({ reference, operationId }),
    output: nothing,
  },
  /** References closed to me, and my own cases whose glass somebody broke. Nothing else is told of a closed case. */
  'case.closed': {
    effect: 'read',
    refreshes: [],
    /** `after`: the page that follows that reference. */
    input: z.strictObject({ after: reference.optional() }),
    output: z.strictObject({
      cases: z.strictObject({ reference, openable: z.boolean() }).array(),
      /** The `after` of the following page. */
      next: reference.nullable(),
      broken: reference.array(),
    }),
  },
} as const
