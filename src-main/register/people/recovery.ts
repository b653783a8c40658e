import type { KeyObject } from 'node:crypto'
import { personChain, registerChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import type { Recipient } from '../keyring.ts'
import type { PublicPerson } from '../ports.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { seedsOf } from './offices.ts'
import { presentUsers, type User } from './users.ts'

/** The pair whose private half the printed recovery key opens. */
export type RecoveryPair = { readonly person: PublicPerson; readonly seeds: KeyObject }

async function recoveryRecipient(session: Session): Promise<Recipient | undefined> {
  const row = await session.database
    .selectFrom('people')
    .select(['id', 'exchange_key'])
    .where('kind', '=', 'recovery')
    .orderBy('added_at')
    .executeTakeFirst()
  return row && { id: row.id, exchangeKey: row.exchange_key }
}

/** Keeps a person's private keys for the recovery key. Without one yet there is nothing to keep them for: says whether they were kept. */
export async function escrowPerson(session: Session, seeds: KeyObject, personId: string): Promise<boolean> {
  const pair = await recoveryRecipient(session)
  if (pair === undefined) return false
  await session.keyring.grant(seedsOf(personId), seeds, [{ ...pair, standing: 'office' }])
  return true
}

/** What every opening sees to: that the unlocked person can be helped by the recovery key, and managers can replace a printed one. */
export async function ensureEscrow(session: Session): Promise<void> {
  const pair = await recoveryRecipient(session)
  if (pair === undefined) return
  const own = session.keys.person.id
  if ((await session.keyring.wrappedFor(seedsOf(own), pair.id)) === undefined) await escrowPerson(session, session.keys.ownSeeds(), own)
  const seeds = await session.keyring.keyOf(seedsOf(pair.id))
  if (seeds !== undefined) await shareWithManagers(session, pair.id, seeds)
}

async function shareWithManagers(session: Session, pairId: string, seeds: KeyObject): Promise<void> {
  const users = await presentUsers(session)
  const subject = seedsOf(pairId)
  const holders = (await session.keyring.holdingsOf(subject)).map(({ recipient }) => recipient)
  const managers = users.filter(({ roles }) => roles.includes('manager'))
  const missing = managers.filter(({ id }) => !holders.includes(id))
  await session.keyring.grant(
    subject,
    seeds,
    missing.map((user) => ({ ...user, standing: 'office' })),
  )
  const gone = holders.filter((id) => !managers.some((manager) => manager.id === id))
  await session.keyring.withdraw(subject, gone)
}

/**
 * The recovery pair, made if there is none. It comes to stand in the register only when all is wrapped: whatever a crash leaves
 * before is never looked for. Only a manager holds the private half that a new print needs.
 */
export async function recoveryPair(session: Session): Promise<RecoveryPair> {
  const row = await session.database.selectFrom('people').selectAll().where('kind', '=', 'recovery').orderBy('added_at').executeTakeFirst()
  if (row !== undefined) {
    const seeds = await session.keyring.keyOf(seedsOf(row.id))
    if (seeds === undefined) throw new Refusal('recovery-not-held')
    return { person: { id: row.id, exchangeKey: row.exchange_key, signatureKey: row.signature_key }, seeds }
  }
  const pair = session.keys.newPair(newUlid(session.clock, session.entropy))
  const key = await session.keyring.keyOf(session.info.id)
  if (key === undefined) throw new Refusal('case-closed', { case: session.info.id })
  await session.keyring.grant(session.info.id, key, [{ ...pair.person, standing: 'office' }])
  await session.keyring.grant(seedsOf(pair.person.id), pair.seeds, [{ ...session.keys.person, standing: 'office' }])
  await insertPair(session, pair.person)
  await ensureEscrow(session)
  return pair
}

async function insertPair(session: Session, person: PublicPerson): Promise<void> {
  const chain = registerChain(session.info.id)
  const draft = { chain, operationId: newUlid(session.clock, session.entropy), action: 'recovery.prepared', object: personChain(person.id) }
  await write(session, draft, async (change) => {
    const keys = { exchange_key: person.exchangeKey, signature_key: person.signatureKey }
    await change
      .insertInto('people')
      .values({ id: person.id, kind: 'recovery', ...keys, added_at: session.clock.now() })
      .execute()
    return undefined
  })
}

export type KeyEvent = {
  readonly action: 'recovery-key.replaced' | 'register.recovered' | 'passphrase.changed'
  readonly personId: string
  readonly operationId: string
}

/** What happened to somebody's way in, in the register's own chain. */
export function recordKeyEvent(session: Session, { action, personId, operationId }: KeyEvent): Promise<Written> {
  const draft = { chain: registerChain(session.info.id), operationId, action, object: personChain(personId) }
  return write(session, draft, async () => undefined)
}

/** Somebody whom the recovery key can help, and whether it can already. */
export type Account = Pick<User, 'id' | 'name'> & { readonly recoverable: boolean }

/** Whose passphrase can be set anew by the recovery key that opened this register. */
export async function recoverableAccounts(session: Session): Promise<readonly Account[]> {
  const accounts: Account[] = []
  for (const { id, name } of await presentUsers(session))
    accounts.push({ id, name, recoverable: (await session.keyring.keyOf(seedsOf(id))) !== undefined })
  return accounts
}

/** The private keys of an account, for who has opened the register with the recovery key. */
export async function accountSeeds(session: Session, personId: string): Promise<KeyObject> {
  const seeds = await session.keyring.keyOf(seedsOf(personId))
  if (seeds === undefined) throw new Refusal('account-not-recoverable')
  return seeds
}
