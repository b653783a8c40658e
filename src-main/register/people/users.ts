import { z } from 'zod'
import { firstRoles, inOrder, type Role, roles } from '#domain/roles.ts'
import { keyOfCase } from '../cases/load.ts'
import type { Recipient } from '../keyring.ts'
import { Refusal } from '../problem.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'
import type { PersonRow } from '../tables.ts'

export type Profile = { readonly name: string; readonly roles: readonly Role[] }

/** Somebody who works in the register, or did. */
export type User = Recipient & {
  /** Empty for the first user of a register made before there were names. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly addedAt: string
  readonly removedAt: string | undefined
}

const profileSchema = z.object({ name: z.string(), roles: z.enum(roles).array() })
const placeOf = (id: string) => ({ table: 'people', row: id, column: 'profile', version: 1 })
const columns = ['id', 'exchange_key', 'added_at', 'profile', 'removed_at'] as const

export async function sealProfile(session: Session, id: string, profile: Profile): Promise<Uint8Array> {
  return sealJson(session.keys, await keyOfCase(session, session.info.id), profile, placeOf(id))
}

async function userFrom(session: Session, row: Pick<PersonRowRead, (typeof columns)[number]>): Promise<User> {
  const { id, exchange_key: exchangeKey, added_at: addedAt, profile: sealed, removed_at } = row
  const profile =
    sealed === null
      ? { name: '', roles: firstRoles }
      : profileSchema.parse(openJson(session.keys, await keyOfCase(session, session.info.id), sealed, placeOf(id)))
  return { id, exchangeKey, name: profile.name, roles: inOrder(profile.roles), addedAt, removedAt: removed_at ?? undefined }
}

type PersonRowRead = Omit<PersonRow, 'profile' | 'removed_at'> & {
  readonly profile: Uint8Array | null
  readonly removed_at: string | null
}

/** Everybody who is or was a user, the first ones first. */
export async function allUsers(session: Session): Promise<readonly User[]> {
  const rows = await session.database
    .selectFrom('people')
    .select(columns)
    .where('kind', '=', 'user')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => userFrom(session, row)))
}

export async function presentUsers(session: Session): Promise<readonly User[]> {
  return (await allUsers(session)).filter((user) => user.removedAt === undefined)
}

/** A user who has not been removed. */
export async function presentUser(session: Session, id: string): Promise<User> {
  const row = await session.database.selectFrom('people').select(columns).where('id', '=', id).where('kind', '=', 'user').executeTakeFirst()
  if (row === undefined || row.removed_at !== null) throw new Refusal('user-unknown', { user: id })
  return userFrom(session, row)
}

/** The person whose keys opened the register. */
export const ownUser = (session: Session): Promise<User> => presentUser(session, session.keys.person.id)
