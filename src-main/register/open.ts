import type { Kysely } from 'kysely'
import type { Result } from '#domain/result.ts'
import type { AnyCase, CaseForm } from './case-form.ts'
import type { Engine } from './engine.ts'
import { refuseForeign } from './folder.ts'
import { rememberNewest, rolledBack, type Unprotected, unprotectedBytes } from './heads-seen.ts'
import { makeCheckpoint } from './journal/checkpoint.ts'
import { recordForPerson, recordRollbackAccepted } from './journal/personal.ts'
import { openKeyring } from './keyring.ts'
import { checkMeta, infoFrom, keyringFile, readMeta, registerFile } from './meta.ts'
import { migrate, newest, registerMigrations } from './migrations/migrate.ts'
import { ensureOffices } from './people/offices.ts'
import { ensureEscrow } from './people/recovery.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Answer, answer, type Problem, Refusal } from './problem.ts'
import { hotQueries } from './queries.ts'
import { type Register, registerOver } from './register.ts'
import { notSearchedYet } from './search/search.ts'
import { explained, type Session } from './session.ts'
import type { RegisterTables } from './tables.ts'
import { newUlid } from './ulid.ts'

/** Gives the keys of the register in a folder; the vault's unlocking with a passphrase already bound. */
export type Unlock = (folder: string) => Promise<Result<Keyholder, Problem>>

export type OpenOptions<Document extends AnyCase> = {
  readonly engine: Engine
  readonly form: CaseForm<Document>
  readonly clock: Clock
  readonly entropy: Entropy
  /** Codes of refusals that the person has read and goes on in spite of; `rolled-back` is the one that can be passed over. */
  readonly accept?: readonly string[]
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
  const known = await database
    .selectFrom('people')
    .select(['exchange_key', 'signature_key', 'removed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  const same = known !== undefined && Buffer.compare(known.exchange_key, exchangeKey) === 0
  if (!same || Buffer.compare(known.signature_key, signatureKey) !== 0) throw new Refusal('mixed', { file: 'keys.json' })
  if (known.removed_at !== null) throw new Refusal('user-removed')
}

/** Pairs that are no person open the register for one piece of work at most. */
async function refuseOffice({ database, keys }: Session): Promise<void> {
  const row = await database.selectFrom('people').select('kind').where('id', '=', keys.person.id).executeTakeFirst()
  if (row?.kind !== 'user') throw new Refusal('mixed', { file: 'keys.json' })
}

async function openSession(
  database: Kysely<RegisterTables>,
  folder: string,
  keys: Keyholder,
  options: OpenOptions<AnyCase>,
  unprotected: Unprotected,
): Promise<{ readonly session: Session; readonly doubt: Refusal | undefined }> {
  const { engine, clock, entropy } = options
  const meta = await readMeta(database)
  checkMeta(meta, meta.oldest_client, newest(registerMigrations), keys.registerId, registerFile)
  const doubt = await rolledBack({ folder, registerId: keys.registerId, database, keys, unprotected })
  if (doubt !== undefined && !options.accept?.includes('rolled-back')) throw doubt
  await migrate(database, engine, registerMigrations, meta.schema, (transaction, schema) =>
    transaction.updateTable('meta').set({ schema }).execute(),
  )
  await refuseStranger(database, keys)
  const info = infoFrom(await readMeta(database))
  const keyring = await openKeyring(engine, folder, keys, clock).catch((error: unknown) => {
    throw explained(error, engine, folder, keyringFile)
  })
  const queries = hotQueries(database)
  const session = {
    folder,
    info,
    engine,
    database,
    queries,
    keyring,
    keys,
    clock,
    entropy,
    unprotected,
    headlines: new Map(),
    searching: notSearchedYet(),
    pending: 0,
  }
  return { session, doubt }
}

/** The consent goes into the journal, and what is now the newest checkpoint counts from here on. */
async function acceptRollback(session: Session, { problem }: Refusal): Promise<void> {
  await recordRollbackAccepted(session, newUlid(session.clock, session.entropy), problem)
  await makeCheckpoint(session)
  await rememberNewest(session, true)
}

type Greeting = (session: Session, operationId: string) => Promise<unknown>

const recordUnlocking: Greeting = (session, operationId) => recordForPerson(session, { action: 'register.unlocked', operationId })

/** Opens the files with keys at hand and writes the greeting into the journal. On any failure nothing stays open. */
export async function openWith<Document extends AnyCase>(
  folder: string,
  keys: Keyholder,
  options: OpenOptions<Document>,
  greet: Greeting = recordUnlocking,
): Promise<Register<Document>> {
  const unprotected = await unprotectedBytes(options.engine, folder)
  const database = await openDatabase(options.engine, folder, keys)
  let session: Session | undefined
  try {
    const opened = await openSession(database, folder, keys, options, unprotected)
    session = opened.session
    if (opened.doubt !== undefined) await acceptRollback(session, opened.doubt)
    await refuseOffice(session)
    await greet(session, newUlid(options.clock, options.entropy))
    await ensureOffices(session, options.form)
    await ensureEscrow(session)
    return registerOver(session, options.form)
  } catch (error) {
    await session?.keyring.close()
    await database.destroy()
    throw explained(error, options.engine, folder, registerFile)
  }
}

/** Opens an existing register. Every expected failure is an answer with a code; nothing is changed by a refused opening. */
export function openRegister<Document extends AnyCase>(
  folder: string,
  unlock: Unlock,
  options: OpenOptions<Document>,
): Promise<Answer<Register<Document>>> {
  return answer(async () => {
    await refuseForeign(folder)
    const keys = await unlock(folder)
    if (!keys.ok) throw new Refusal(keys.error.code, { folder, ...keys.error.values })
    return openWith(folder, keys.value, options)
  })
}

/** Opens the files with the keys of the recovery pair, for one piece of work, and closes them. */
export function withRecoveryKeys<Value>(
  folder: string,
  keys: Keyholder,
  options: OpenOptions<AnyCase>,
  work: (session: Session) => Promise<Value>,
): Promise<Answer<Value>> {
  return answer(async () => {
    await refuseForeign(folder)
    const database = await openDatabase(options.engine, folder, keys)
    let session: Session | undefined
    try {
      session = await openSession(database, folder, keys, options)
      const value = await work(session)
      await makeCheckpoint(session)
      return value
    } catch (error) {
      throw explained(error, options.engine, folder, registerFile)
    } finally {
      await session?.keyring.close()
      await database.destroy()
    }
  })
}
