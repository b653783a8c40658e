import type { KeyObject } from 'node:crypto'
import { mayBreakGlass } from '#domain/roles.ts'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { loadCase } from '../cases/load.ts'
import { registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import type { Recipient } from '../keyring.ts'
import type { PublicPerson } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { allUsers, ownUser, type User } from './users.ts'

/** The two glasses: pairs that are no person. Whoever may break one holds its private half. */
export type Offices = { readonly glass: Recipient; readonly 'glass-protected': Recipient }
type OfficeKind = keyof Offices

const kinds: readonly OfficeKind[] = ['glass', 'glass-protected']

/** What the private half of a pair is wrapped as. */
export const seedsOf = (personId: string) => `person:${personId}`

/** The glasses of the register; nothing until a manager has opened it once. */
export async function officesOf(session: Session): Promise<Offices | undefined> {
  const rows = await session.database.selectFrom('people').select(['id', 'kind', 'exchange_key']).where('kind', 'in', kinds).execute()
  const of = (kind: OfficeKind): Recipient | undefined => {
    const row = rows.find((each) => each.kind === kind)
    return row && { id: row.id, exchangeKey: row.exchange_key }
  }
  const glass = of('glass')
  const narrow = of('glass-protected')
  return glass && narrow && { glass, 'glass-protected': narrow }
}

const kindFor = (protectedIdentity: boolean): OfficeKind => (protectedIdentity ? 'glass-protected' : 'glass')

/** The glass that stands before a case. A register that has none yet gets its cases wrapped when it is made. */
export async function officesFor(session: Session, protectedIdentity: boolean): Promise<readonly Recipient[]> {
  const offices = await officesOf(session)
  return offices === undefined ? [] : [offices[kindFor(protectedIdentity)]]
}

/** Puts a case behind the glass that its identity calls for, and takes it away from behind the other: never behind none. */
export async function settleGlass(session: Session, caseId: string, key: KeyObject, protectedIdentity: boolean): Promise<void> {
  const offices = await officesOf(session)
  if (offices === undefined) return
  const kept = kindFor(protectedIdentity)
  const dropped = kindFor(!protectedIdentity)
  await session.keyring.grant(caseId, key, [{ ...offices[kept], standing: 'office' }])
  await session.keyring.withdraw(caseId, [offices[dropped].id])
}

/** Gives the private halves to whoever may break the glasses now, and takes them from everybody else. */
export async function settleSeeds(session: Session, users: readonly User[]): Promise<void> {
  const offices = await officesOf(session)
  if (offices === undefined) return
  for (const kind of kinds) {
    const subject = seedsOf(offices[kind].id)
    const seeds = await session.keyring.keyOf(subject)
    if (seeds === undefined) continue
    const allowed = users.filter((user) => user.removedAt === undefined && mayBreakGlass(user.roles, kind === 'glass-protected'))
    const holdings = await session.keyring.holdingsOf(subject)
    const userIds = new Set(users.map(({ id }) => id))
    const gone = holdings.filter(({ recipient }) => userIds.has(recipient) && !allowed.some(({ id }) => id === recipient))
    const missing = allowed.filter(({ id }) => !holdings.some(({ recipient }) => recipient === id))
    await session.keyring.withdraw(
      subject,
      gone.map(({ recipient }) => recipient),
    )
    await session.keyring.grant(
      subject,
      seeds,
      missing.map((user) => ({ ...user, standing: 'office' })),
    )
  }
}

const pageLength = 200

/** A case that cannot be read here, damaged or written by a newer program, goes behind the narrow glass. */
async function mustBeNarrow<Document extends AnyCase>(session: Session, form: CaseForm<Document>, caseId: string): Promise<boolean> {
  try {
    return form.project((await loadCase(session, form, caseId)).document).protectedIdentity
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

async function wrapCases<Document extends AnyCase>(session: Session, form: CaseForm<Document>, offices: Offices): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await run(session.database, session.queries.list, [after, pageLength])
    const keys = await session.keyring.keysOf(rows.map(({ id }) => id))
    for (const { id } of rows) {
      const key = keys.get(id)
      if (key === undefined) continue
      const kind = kindFor(await mustBeNarrow(session, form, id))
      await session.keyring.grant(id, key, [{ ...offices[kind], standing: 'office' }])
    }
    if (rows.length < pageLength) return
    after = rows.at(-1)?.reference ?? ''
  }
}

/** The pairs stand in the register only when all is wrapped for them: whatever a crash leaves before is never looked for. */
async function makeOffices<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Promise<void> {
  const newId = () => newUlid(session.clock, session.entropy)
  const made = kinds.map((kind) => ({ kind, ...session.keys.newPair(newId()) }))
  const of = (kind: OfficeKind): PublicPerson => {
    const pair = made.find((each) => each.kind === kind)
    if (pair === undefined) throw new Error(`no pair was made for ${kind}`)
    return pair.person
  }
  for (const { person, seeds } of made)
    await session.keyring.grant(seedsOf(person.id), seeds, [{ ...session.keys.person, standing: 'office' }])
  await wrapCases(session, form, { glass: of('glass'), 'glass-protected': of('glass-protected') })
  const chain = registerChain(session.info.id)
  await write(session, { chain, operationId: newId(), action: 'glass.installed', object: chain }, async (change) => {
    const added_at = session.clock.now()
    const rows = made.map(({ kind, person }) => ({
      id: person.id,
      kind,
      exchange_key: person.exchangeKey,
      signature_key: person.signatureKey,
      added_at,
    }))
    await change.insertInto('people').values(rows).execute()
    return undefined
  })
}

/**
 * What a manager's opening sees to: that the glasses are there, that those who may break them can, and that what a crash left
 * of removed users is gone. Every part may be done again.
 */
export async function ensureOffices<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Promise<void> {
  if (!(await ownUser(session)).roles.includes('manager')) return
  if ((await officesOf(session)) === undefined) await makeOffices(session, form)
  const users = await allUsers(session)
  await settleSeeds(session, users)
  for (const user of users) if (user.removedAt !== undefined) await session.keyring.withdrawAll(user.id)
}

/** The case's key through the glass that stands before it; nothing when this person may not break that one. */
export async function keyThroughGlass(session: Session, caseId: string): Promise<KeyObject | undefined> {
  const offices = await officesOf(session)
  if (offices === undefined) return undefined
  for (const { id } of [offices.glass, offices['glass-protected']]) {
    const wrapped = await session.keyring.wrappedFor(caseId, id)
    const seeds = wrapped && (await session.keyring.keyOf(seedsOf(id)))
    if (wrapped !== undefined && seeds !== undefined) return session.keys.unwrapAs(seeds, id, wrapped, caseId)
  }
  return undefined
}
