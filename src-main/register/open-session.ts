import type { Kysely } from 'kysely'
import type { Result } from '#domain/result.ts'
import type { Engine } from './engine.ts'
import { type Unprotected, unprotectedBytes } from './heads-seen.ts'
import { hotWrites } from './hot-writes.ts'
import { type FoundKeyring, openKeyring } from './keyring.ts'
import { checkMeta, infoFrom, keyringFile, readMeta, registerFile } from './meta.ts'
import { daysAgo, dropOldSchemas, keepOldSchema } from './migrations/keep-old-schema.ts'
import { keyringMigrations, migrate, newest, registerMigrations } from './migrations/migrate.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Problem, Refusal } from './problem.ts'
import { hotQueries } from './queries.ts'
import { notSearchedYet } from './search/search.ts'
import { explained, type Session } from './session.ts'
import { type Doubt, doubtsOf } from './starts/doubts.ts'
import { openDatabase } from './starts/open-database.ts'
import { lostLog, unmark } from './starts/open-marker.ts'
import type { RegisterTables } from './tables.ts'

/** Gives the keys of the register in a folder; the vault's unlocking with a passphrase already bound. */
export type Unlock = (folder: string) => Promise<Result<Keyholder, Problem>>

export type Opening = {
  readonly engine: Engine
  readonly clock: Clock
  readonly entropy: Entropy
  /** Codes of refusals that the person has read and goes on in spite of: `rolled-back`, `log-missing`, `clock-behind`, `keys-altered`. */
  readonly accept?: readonly string[]
  /** False where the files are a copy themselves, so that a migration needs none. */
  readonly copyFirst?: boolean
}

/** A session, and what spoke against opening it that the person has accepted. */
export type OpenedSession = { readonly session: Session; readonly doubts: readonly Doubt[] }

async function refuseStranger(database: Kysely<RegisterTables>, keys: Keyholder): Promise<void> {
  const { id, exchangeKey, signatureKey } = keys.person
  const columns = ['exchange_key', 'signature_key'] as const
  const known = await database.selectFrom('people').select(columns).where('id', '=', id).executeTakeFirst()
  const same = known !== undefined && Buffer.compare(known.exchange_key, exchangeKey) === 0
  if (!same || Buffer.compare(known.signature_key, signatureKey) !== 0) throw new Refusal('mixed', { file: 'keys.json' })
}

/** The schema since which somebody can be removed. */
const withUsers = 20

async function refuseRemoved(database: Kysely<RegisterTables>, schema: number, keys: Keyholder): Promise<void> {
  if (schema < withUsers) return
  const row = await database.selectFrom('people').select('removed_at').where('id', '=', keys.person.id).executeTakeFirst()
  if (row?.removed_at != null) throw new Refusal('user-removed')
}

/** Migrates both files, with a copy of what was there put aside first. */
async function bringUpToDate(database: Kysely<RegisterTables>, folder: string, keys: Keyholder, found: FoundKeyring, options: Opening) {
  const { engine, clock, copyFirst = true } = options
  const { schema } = await readMeta(database)
  const isOld = schema < newest(registerMigrations) || found.schema < newest(keyringMigrations)
  if (isOld && copyFirst) await keepOldSchema({ engine, clock, folder, keys, database, keyring: found.keyring.database, schema })
  else if (copyFirst) await dropOldSchemas(folder, daysAgo(clock.now(), 30))
  await migrate(database, engine, registerMigrations, schema, (transaction, step) =>
    transaction.updateTable('meta').set({ schema: step }).execute(),
  )
  await found.migrate()
}

async function openSession(
  database: Kysely<RegisterTables>,
  folder: string,
  keys: Keyholder,
  options: Opening,
  unprotected: Unprotected,
): Promise<OpenedSession> {
  const { engine, clock, entropy, accept = [] } = options
  const meta = await readMeta(database)
  checkMeta(meta, meta.oldest_client, newest(registerMigrations), keys.registerId, registerFile)
  const doubts = await doubtsOf({ folder, registerId: keys.registerId, database, meta, clock, keys, unprotected }, accept)
  await refuseStranger(database, keys)
  await refuseRemoved(database, meta.schema, keys)
  const found = await openKeyring(engine, folder, keys, clock).catch((error: unknown) => {
    throw explained(error, engine, folder, keyringFile)
  })
  const { keyring } = found
  try {
    // Only when nothing is left that could be refused: a refused register is not migrated either.
    await bringUpToDate(database, folder, keys, found, options)
    const info = infoFrom(await readMeta(database))
    const kept = { headlines: new Map(), searching: notSearchedYet(), pending: 0, erasuresFinished: [] }
    const hot = { queries: hotQueries(database), writes: hotWrites(database) }
    return { session: { folder, info, engine, database, ...hot, keyring, keys, clock, entropy, unprotected, ...kept }, doubts }
  } catch (error) {
    await keyring.close()
    throw error
  }
}

/** Opens the files with keys at hand. On any failure nothing stays open. */
export async function openedIn(folder: string, keys: Keyholder, options: Opening): Promise<OpenedSession> {
  const { engine } = options
  const lost = await lostLog(folder)
  const unprotected = await unprotectedBytes(engine, folder)
  const database = await openDatabase(engine, folder, keys)
  try {
    const { session, doubts } = await openSession(database, folder, keys, options, unprotected)
    return { session, doubts: lost === undefined ? doubts : [{ accepts: 'log-missing', refusal: lost }, ...doubts] }
  } catch (error) {
    // A marker that tells of a lost log must go on telling until somebody has answered for it.
    if (lost === undefined) await unmark(folder).catch(() => undefined)
    await database.destroy()
    throw explained(error, engine, folder, registerFile)
  }
}

/** The bare session, for the register's own parts. */
export async function sessionIn(folder: string, keys: Keyholder, options: Opening): Promise<Session> {
  return (await openedIn(folder, keys, options)).session
}
