import type { Kysely } from 'kysely'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { type Session, transact } from '../session.ts'
import type { RegisterTables } from '../tables.ts'

const keyFile = 'keys.json'
const marker = 'files-sealed'

/** The first schema that keeps settings. */
const withSettings = 20

/** Whether this register has been open in a program that seals the files beside it: since then a file without a seal was meddled with. */
export async function sealsFiles(database: Kysely<RegisterTables>, schema: number): Promise<boolean> {
  if (schema < withSettings) return false
  return (await database.selectFrom('settings').select('name').where('name', '=', marker).executeTakeFirst()) !== undefined
}

type Place = {
  readonly folder: string
  readonly database: Kysely<RegisterTables>
  readonly meta: { readonly schema: number }
  readonly keys: Keyholder
}

/** The refusal `keys-altered` where somebody without the register's key has changed the key file, or put back one without a seal. */
export async function keysAltered({ folder, database, meta, keys }: Place): Promise<Refusal | undefined> {
  const isAltered = keys.keyFile === 'altered' || (keys.keyFile === 'open' && (await sealsFiles(database, meta.schema)))
  return isAltered ? new Refusal('keys-altered', { folder, file: keyFile }) : undefined
}

/**
 * Makes the key file whole: sealed, and without ways in for anybody who does not stand in the register, as a crash may leave them.
 * The register remembers that its files are sealed.
 */
export async function settleKeyFile(session: Session): Promise<void> {
  const { database, folder, keys, keyring, info } = session
  const people = await database.selectFrom('people').select('id').where('removed_at', 'is', null).execute()
  const settled = people.map(({ id }) => id)
  for (const id of await keys.settleSlots(folder, settled)) await keyring.withdrawAll(id)
  if (await sealsFiles(database, info.schema)) return
  await transact(session, (change) =>
    change
      .insertInto('settings')
      .values({ name: marker, value: Buffer.from([1]) })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
