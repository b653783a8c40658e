/** What somebody may be in a register. A person holds a set of them. */
export const roles = ['coordinator', 'deputy', 'manager', 'reader'] as const
export type Role = (typeof roles)[number]

/** What is allowed by role. Being on a case's list is asked for besides. */
export const acts = [
  'read-case',
  'change-case',
  'export-plan',
  'break-glass',
  'approve-override',
  'approve-budget',
  'approve-resumption',
  'approve-erasure',
  'manage-users',
  'export-journal',
  'backup',
  'settings',
] as const
export type Act = (typeof acts)[number]

/**
 * Who may do what. A manager decides and answers for the register, and takes over cases through the glass; day-to-day work on
 * a case is a coordinator's or, in the coordinator's absence, a deputy's.
 * @source Hemväg rule
 */
export const rolesFor: Readonly<Record<Act, readonly Role[]>> = {
  'read-case': ['coordinator', 'deputy', 'manager', 'reader'],
  'change-case': ['coordinator', 'deputy', 'manager'],
  'export-plan': ['coordinator', 'deputy', 'manager'],
  'break-glass': ['coordinator', 'deputy', 'manager'],
  'approve-override': ['manager'],
  'approve-budget': ['manager'],
  'approve-resumption': ['manager'],
  'approve-erasure': ['manager'],
  'manage-users': ['manager'],
  'export-journal': ['manager'],
  backup: ['coordinator', 'deputy', 'manager'],
  settings: ['manager'],
}

/** What the first user of a register holds, so that somebody can do everything from the start. @source Hemväg rule */
export const firstRoles: readonly Role[] = ['coordinator', 'manager']

export function mayDo(held: readonly Role[], act: Act): boolean {
  return rolesFor[act].some((role) => held.includes(role))
}

/** Why somebody may read a case: owner, on the need-to-know list, or by breaking the glass. */
export type CaseStanding = 'owner' | 'reader' | 'glass'

/** Somebody on the need-to-know list reads; owners and those who broke the glass also work in the case. @source Hemväg rule */
export function mayWorkOn(standing: CaseStanding): boolean {
  return standing !== 'reader'
}

/** Owners decide who may see their case; a manager who has broken its glass may, so that no case is left without somebody. @source Hemväg rule */
export function mayShare(standing: CaseStanding | undefined, held: readonly Role[]): boolean {
  return standing === 'owner' || (standing === 'glass' && held.includes('manager'))
}

/** A case whose identity is protected is behind a glass that only managers can break. @source Hemväg rule */
export function mayBreakGlass(held: readonly Role[], protectedIdentity: boolean): boolean {
  return mayDo(held, 'break-glass') && (!protectedIdentity || held.includes('manager'))
}

/** Characters that a written reason has at the least: too few to be a reason would only be a click. @source Hemväg rule */
export const shortestReason = 20

export const isReason = (reason: string): boolean => reason.trim().length >= shortestReason

type Held = { readonly id: string; readonly roles: readonly Role[] }

/** Whether a register would stand without a manager if one of its users got other roles, or with none at all was removed. */
export function leavesNoManager(users: readonly Held[], id: string, after: readonly Role[] = []): boolean {
  return !users.some((user) => (user.id === id ? after : user.roles).includes('manager'))
}

/** The same set in the order of the list, each once. */
export const inOrder = (held: readonly Role[]): readonly Role[] => roles.filter((role) => held.includes(role))
