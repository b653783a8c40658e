import type { KeyObject } from 'node:crypto'
import { inOrder, leavesNoManager, type Role } from '#domain/roles.ts'
import { sameName, tidyName } from '#domain/user-name.ts'
import { keyOfCase } from '../cases/load.ts'
import { personChain, registerChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import type { PublicPerson } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { removeIndexOf } from '../search/index-file.ts'
import type { Session } from '../session.ts'
import { settleSeeds } from './offices.ts'
import { allUsers, presentUser, presentUsers, sealProfile, type User } from './users.ts'

export type NewUser = {
  readonly person: PublicPerson
  readonly name: string
  readonly roles: readonly Role[]
  readonly operationId: string
}

const journalled = (session: Session, personId: string, operationId: string, action: string, detail: unknown) => ({
  chain: registerChain(session.info.id),
  operationId,
  action,
  object: personChain(personId),
  detail,
})

function refuseProfile(users: readonly User[], id: string, name: string, roles: readonly Role[]): void {
  if (roles.length === 0) throw new Refusal('roles-missing')
  if (users.some((user) => user.id !== id && user.name !== '' && sameName(user.name, name))) throw new Refusal('name-taken')
}

/** Refuses a name or a set of roles before a passphrase is derived for nothing. */
export async function refuseNewUser(session: Session, name: string, roles: readonly Role[]): Promise<void> {
  refuseProfile(await presentUsers(session), '', name, roles)
}

/**
 * Takes a person in: the register's own key, then the row, and for those who may break a glass its private half. The person's slot is
 * made before: a slot and a key without a row open nothing and go at the next opening, a row without a slot could help nobody.
 */
export async function addUser(session: Session, options: NewUser): Promise<Written> {
  const { person, operationId } = options
  const name = tidyName(options.name)
  const roles = inOrder(options.roles)
  refuseProfile(await presentUsers(session), person.id, name, roles)
  const profile = await sealProfile(session, person.id, { name, roles })
  await session.keyring.grant(session.info.id, await registerKey(session), [{ ...person, standing: 'owner' }])
  const written = await write(session, journalled(session, person.id, operationId, 'user.added', { name, roles }), async (change) => {
    const keys = { exchange_key: person.exchangeKey, signature_key: person.signatureKey }
    await change
      .insertInto('people')
      .values({ id: person.id, ...keys, added_at: session.clock.now(), profile })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return undefined
  })
  await settleSeeds(session, await allUsers(session))
  return written
}

const registerKey = (session: Session): Promise<KeyObject> => keyOfCase(session, session.info.id)

export type UserChange = {
  readonly personId: string
  readonly name?: string | undefined
  readonly roles?: readonly Role[] | undefined
  readonly operationId: string
}

/** Another name or other roles. A register keeps a manager. */
export async function changeUser(session: Session, { personId, operationId, ...change }: UserChange): Promise<Written> {
  const users = await presentUsers(session)
  const before = await presentUser(session, personId)
  const after = { name: tidyName(change.name ?? before.name), roles: inOrder(change.roles ?? before.roles) }
  refuseProfile(users, personId, after.name, after.roles)
  if (leavesNoManager(users, personId, after.roles)) throw new Refusal('last-manager')
  const profile = await sealProfile(session, personId, after)
  const detail = { before: { name: before.name, roles: before.roles }, after }
  const written = await write(session, journalled(session, personId, operationId, 'user.changed', detail), async (transaction) => {
    await transaction.updateTable('people').set({ profile }).where('id', '=', personId).execute()
    return undefined
  })
  await settleSeeds(session, await allUsers(session))
  return written
}

/** References of the cases that would be left without an owner. */
async function ownedAlone(session: Session, personId: string): Promise<readonly string[]> {
  const ids = await session.keyring.ownedAloneBy(personId)
  const references: string[] = []
  for (const id of ids) {
    const row = await session.database.selectFrom('cases').select('reference').where('id', '=', id).executeTakeFirst()
    if (row !== undefined) references.push(row.reference)
  }
  return references.toSorted()
}

/**
 * Takes a person out: first the row says so, and nothing opens for that person any more; then every key goes. What has been read
 * is read. Cases must have another owner before.
 */
export async function removeUser(
  session: Session,
  { personId, operationId }: Pick<UserChange, 'personId' | 'operationId'>,
): Promise<Written> {
  if (personId === session.keys.person.id) throw new Refusal('own-removal')
  const user = (await allUsers(session)).find(({ id }) => id === personId)
  if (user === undefined) throw new Refusal('user-unknown', { user: personId })
  if (user.removedAt === undefined) await refuseRemoval(session, personId)
  const written = await write(session, journalled(session, personId, operationId, 'user.removed', undefined), async (change) => {
    const row = change.updateTable('people').set({ removed_at: session.clock.now() }).where('id', '=', personId)
    await row.where('removed_at', 'is', null).execute()
    return undefined
  })
  await session.keyring.withdrawAll(personId)
  await removeIndexOf(session.folder, personId)
  return written
}

async function refuseRemoval(session: Session, personId: string): Promise<void> {
  if (leavesNoManager(await presentUsers(session), personId)) throw new Refusal('last-manager')
  const alone = await ownedAlone(session, personId)
  if (alone.length > 0) throw new Refusal('sole-owner', { count: alone.length, references: alone.join(', ') })
}
