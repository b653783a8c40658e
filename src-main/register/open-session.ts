import type { Kysely } from 'kysely'
import type { Result } from '#domain/result.ts'
import type { Engine } from './engine.ts'
import { type FoundKeyring, openKeyring } from './keyring.ts'
import { checkMeta, infoFrom, keyringFile, readMeta, registerFile } from './meta.ts'
import { daysAgo, dropOldSchemas, keepOldSchema } from './migrations/keep-old-schema.ts'
import { keyringMigrations, migrate, newest, registerMigrations } from './migrations/migrate.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Problem, Refusal } from './problem.ts'
import { hotQueries } from './queries.ts'
import { explained, type Session } from './session.ts'
import type { RegisterTables } from './tables.ts'

/** Gives the keys of the register in a folder; the vault's unlocking with a passphrase already bound. */
export type Unlock = (folder: string) => Promise<Result<Keyholder, Problem>>

export type Opening = {
  readonly engine: Engine
  readonly clock: Clock
  readonly entropy: Entropy
  /** False where the files are a copy themselves, so that a migration needs none. */
  readonly copyFirst?: boolean
}

async function openDatabase(engine: Engine, folder: string, keys: Keyholder): Promise<Kysely<RegisterTables>> {
  try {
    return await engine.open<RegisterTables>(folder, registerFile, keys.fileKey(registerFile))
  } catch (error) {
    throw explained(error, engine, folder, registerFile)
  }
}

async function refuseStranger(database: Kysely<RegisterTables>, keys: Keyholder): Promise<void> {
  const { id, exchangeKey, signatureKey } = keys.person
  const known = await database.selectFrom('people').select(['exchange_key', 'signature_key']).where('id', '=', id).executeTakeFirst()
  const same = known !== undefined && Buffer.compare(known.exchange_key, exchangeKey) === 0
  if (!same || Buffer.compare(known.signature_key, signatureKey) !== 0) throw new Refusal('mixed', { file: 'keys.json' })
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

async function openSession(database: Kysely<RegisterTables>, folder: string, keys: Keyholder, options: Opening): Promise<Session> {
  const { engine, clock, entropy } = options
  const meta = await readMeta(database)
  checkMeta(meta, meta.oldest_client, newest(registerMigrations), keys.registerId, registerFile)
  await refuseStranger(database, keys)
  const found = await openKeyring(engine, folder, keys, clock).catch((error: unknown) => {
    throw explained(error, engine, folder, keyringFile)
  })
  const { keyring } = found
  try {
    await bringUpToDate(database, folder, keys, found, options)
    const info = infoFrom(await readMeta(database))
    const queries = hotQueries(database)
    return { folder, info, engine, database, queries, keyring, keys, clock, entropy, headlines: new Map(), pending: 0 }
  } catch (error) {
    await keyring.close()
    throw error
  }
}

/** The bare session, for the register's own parts. On any failure nothing stays open. */
export async function sessionIn(folder: string, keys: Keyholder, options: Opening): Promise<Session> {
  const database = await openDatabase(options.engine, folder, keys)
  try {
    return await openSession(database, folder, keys, options)
  } catch (error) {
    await database.destroy()
    throw explained(error, options.engine, folder, registerFile)
  }
}
