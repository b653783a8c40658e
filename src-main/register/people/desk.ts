import type { CaseStanding, Role } from '#domain/roles.ts'
import type { Written } from '../journal/write.ts'
import type { PublicPerson } from '../ports.ts'
import type { Answer } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { type Grant, grantAccess, type Holder, holdersOf, ownStanding, withdrawAccess } from './access.ts'
import { addUser, changeUser, type NewUser, refuseNewUser, removeUser, type UserChange } from './change-users.ts'
import { type ClosedCase, closedCases } from './closed-cases.ts'
import { acknowledgeGlass, type Breaking, breakGlass, type GlassBreak, glassBreaks, ownCasesBroken } from './glass.ts'
import { allUsers, ownUser, type User } from './users.ts'

/** Who works in the register, who may read which case, and the glass. */
export type People = {
  self(): Promise<Answer<User>>
  list(): Promise<Answer<readonly User[]>>
  /** A new person's keys, before they stand anywhere. Refused for a name or roles that no user may have. */
  prepare(name: string, roles: readonly Role[]): Promise<Answer<Prepared>>
  add(user: NewUser): Promise<Answer<Written>>
  change(change: UserChange): Promise<Answer<Written>>
  remove(change: Pick<UserChange, 'personId' | 'operationId'>): Promise<Answer<Written>>
  holders(caseId: string): Promise<Answer<readonly Holder[]>>
  standing(caseId: string): Promise<Answer<CaseStanding | undefined>>
  grant(grant: Grant): Promise<Answer<Written>>
  withdraw(grant: Omit<Grant, 'standing'>): Promise<Answer<Written>>
  breakGlass(breaking: Breaking): Promise<Answer<Written>>
  glassBreaks(caseId: string): Promise<Answer<readonly GlassBreak[]>>
  acknowledgeGlass(breaking: Pick<Breaking, 'caseId' | 'operationId'>): Promise<Answer<Written>>
  ownCasesBroken(): Promise<Answer<readonly string[]>>
  closed(limit: number, after?: string): Promise<Answer<readonly ClosedCase[]>>
}

type Prepared = ReturnType<Session['keys']['newPair']> & { readonly person: PublicPerson }

async function prepare(session: Session, name: string, roles: readonly Role[]): Promise<Prepared> {
  await refuseNewUser(session, name, roles)
  return session.keys.newPair(newUlid(session.clock, session.entropy))
}

export function peopleOf(session: Session): People {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    self: () => ask(() => ownUser(session)),
    list: () => ask(() => allUsers(session)),
    prepare: (name, roles) => ask(() => prepare(session, name, roles)),
    add: (user) => ask(() => addUser(session, user)),
    change: (change) => ask(() => changeUser(session, change)),
    remove: (change) => ask(() => removeUser(session, change)),
    holders: (caseId) => ask(() => holdersOf(session, caseId)),
    standing: (caseId) => ask(() => ownStanding(session, caseId)),
    grant: (grant) => ask(() => grantAccess(session, grant)),
    withdraw: (grant) => ask(() => withdrawAccess(session, grant)),
    breakGlass: (breaking) => ask(() => breakGlass(session, breaking)),
    glassBreaks: (caseId) => ask(() => glassBreaks(session, caseId)),
    acknowledgeGlass: (breaking) => ask(() => acknowledgeGlass(session, breaking)),
    ownCasesBroken: () => ask(() => ownCasesBroken(session)),
    closed: (limit, after) => ask(() => closedCases(session, limit, after)),
  }
}
