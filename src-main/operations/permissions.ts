import type { Failure, OperationName } from '#contract/operations.ts'
import { operations } from '#contract/operations.ts'
import { type Act, mayDo, mayWorkOn } from '#domain/roles.ts'
import { notPermitted, refused } from './outcome.ts'
import type { Ports } from './ports.ts'

/**
 * What an operation needs when its effect does not say it: a read needs `read-case`, a write `change-case`.
 * `anyone` is for what every user does with their own things, and for what the register itself decides.
 */
const needs: Readonly<Partial<Record<OperationName, Act | 'anyone'>>> = {
  'register.lock': 'anyone',
  'register.unlock': 'anyone',
  'lock.change-settings': 'anyone',
  'passphrase.change': 'anyone',
  'recovery-key.keep': 'manage-users',
  'case.reveal-names': 'read-case',
  'attachment.reveal-names': 'read-case',
  'attachment.open': 'read-case',
  'search.show-names': 'read-case',
  'search.hide-names': 'read-case',
  'case.export': 'export-plan',
  'attachment.export': 'export-plan',
  'journal.export': 'export-journal',
  'plan.export': 'export-plan',
  'person.record': 'export-plan',
  'register.change-settings': 'settings',
  'partner.reveal': 'read-case',
  'partner.export': 'export-plan',
  'advice.export': 'export-plan',
  'budget.approve': 'approve-budget',
  'safeguard.set-aside': 'approve-override',
  'safeguard.restore': 'approve-override',
  'consent.resume': 'approve-resumption',
  'retention.decide': 'settings',
  'retention.sign': 'approve-erasure',
  'retention.erase': 'approve-erasure',
  'backup.add-place': 'backup',
  'backup.forget-place': 'backup',
  'backup.make': 'backup',
  'backup.try': 'backup',
  'signer.create': 'settings',
  'users.add': 'manage-users',
  'users.change': 'manage-users',
  'users.remove': 'manage-users',
  'access.grant': 'anyone',
  'access.withdraw': 'anyone',
  'glass.break': 'break-glass',
  'glass.acknowledge': 'anyone',
}

/** What is asked of a case that is closed: only whether it may be opened. */
const throughGlass: readonly OperationName[] = ['glass.break']

const actOf = (name: OperationName): Act | 'anyone' => needs[name] ?? (operations[name].effect === 'read' ? 'read-case' : 'change-case')

const ofWork: readonly (Act | 'anyone')[] = ['change-case', 'export-plan']

function referenceIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('reference' in input)) return undefined
  return typeof input.reference === 'string' ? input.reference : undefined
}

/**
 * Why the unlocked person may not run an operation; nothing when they may. The one place where roles are enforced: on one
 * machine every user's keys open the register, so this is the application's rule and no lock. Whether a case can be read at all
 * is decided by its key.
 */
export async function refusalOf({ people }: Ports, name: OperationName, input: unknown): Promise<Failure | undefined> {
  if ('whileLocked' in operations[name]) return undefined
  const act = actOf(name)
  if (act !== 'anyone' && !mayDo((await people.self()).roles, act)) return notPermitted(act)
  const reference = referenceIn(input)
  if (reference === undefined || throughGlass.includes(name)) return undefined
  const standing = await people.standing(reference)
  if (standing === 'unknown') return undefined
  if (standing === 'closed') return { code: 'case-closed', messageKey: 'register.error.case-closed' }
  return ofWork.includes(act) && !mayWorkOn(standing) ? refused('only-reader').error : undefined
}
