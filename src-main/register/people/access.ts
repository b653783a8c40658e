import type { KeyObject } from 'node:crypto'
import { type CaseStanding, mayDo, mayShare } from '#domain/roles.ts'
import { keyOfCase } from '../cases/load.ts'
import { caseChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import type { Standing } from '../tables.ts'
import { ownUser, presentUser } from './users.ts'

/** Somebody on a case's list. */
export type Holder = {
  readonly personId: string
  readonly standing: CaseStanding
  readonly grantedBy: string
  readonly grantedAt: string
}

export type Grant = {
  readonly caseId: string
  readonly personId: string
  readonly standing: 'owner' | 'reader'
  readonly operationId: string
}

const isOfPerson = (standing: Standing): standing is CaseStanding => standing !== 'office'

/** Everybody who may read a case: the keys wrapped for persons are the list. */
export async function holdersOf(session: Session, caseId: string): Promise<readonly Holder[]> {
  const holdings = await session.keyring.holdingsOf(caseId)
  return holdings.flatMap(({ recipient: personId, standing, grantedBy, grantedAt }) =>
    isOfPerson(standing) ? [{ personId, standing, grantedBy, grantedAt }] : [],
  )
}

/** Why the unlocked person may read a case; nothing when it is closed. */
export async function ownStanding(session: Session, caseId: string): Promise<CaseStanding | undefined> {
  const standing = await session.keyring.standingOf(caseId)
  return standing !== undefined && isOfPerson(standing) ? standing : undefined
}

/** The case's key, for somebody who may decide who else reads it. */
async function keyToShare(session: Session, caseId: string): Promise<KeyObject> {
  const key = await keyOfCase(session, caseId)
  if (!mayShare(await ownStanding(session, caseId), (await ownUser(session)).roles)) throw new Refusal('not-yours-to-share')
  return key
}

/** Nothing that was shown of a case outlives its withdrawal: not in the list, not in search. */
function forgetOpened(session: Session, caseId: string): void {
  session.headlines.delete(caseId)
  session.searching.moved.add(caseId)
}

const others = (holders: readonly Holder[], personId: string) =>
  holders.some((holder) => holder.standing === 'owner' && holder.personId !== personId)

/** Lets somebody read a case, or makes them an owner. In the journal first: nobody reads without its saying so. */
export async function grantAccess(session: Session, { caseId, personId, standing, operationId }: Grant): Promise<Written> {
  const key = await keyToShare(session, caseId)
  const user = await presentUser(session, personId)
  if (standing === 'owner' && !mayDo(user.roles, 'change-case')) throw new Refusal('role-cannot-own')
  if (standing === 'reader' && !others(await holdersOf(session, caseId), personId)) throw new Refusal('last-owner')
  const draft = { chain: caseChain(caseId), operationId, action: 'access.granted', object: caseChain(caseId), caseId }
  const written = await write(session, { ...draft, detail: { person: personId, standing } }, async () => undefined)
  await session.keyring.grant(caseId, key, [{ ...user, standing }])
  return written
}

/** Takes somebody off a case's list. The key goes first: after a crash the journal may lack the entry, never the withdrawal. */
export async function withdrawAccess(session: Session, { caseId, personId, operationId }: Omit<Grant, 'standing'>): Promise<Written> {
  const own = personId === session.keys.person.id
  const key = own ? await keyOfCase(session, caseId) : await keyToShare(session, caseId)
  if (!others(await holdersOf(session, caseId), personId)) throw new Refusal('last-owner')
  await session.keyring.withdraw(caseId, [personId])
  if (own) forgetOpened(session, caseId)
  const draft = { chain: caseChain(caseId), operationId, action: 'access.withdrawn', object: caseChain(caseId), caseId, key }
  return write(session, { ...draft, detail: { person: personId } }, async () => undefined)
}
