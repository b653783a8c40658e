import type { Kysely } from 'kysely'
import type { Result } from '#domain/result.ts'
import type { AnyCase, CaseForm } from './case-form.ts'
import type { Engine } from './engine.ts'
import { refuseForeign } from './folder.ts'
import { type Unprotected, unprotectedBytes } from './heads-seen.ts'
import { recordForPerson } from './journal/personal.ts'
import { openKeyring } from './keyring.ts'
import { checkMeta, infoFrom, keyringFile, type RegisterInfo, readMeta, registerFile } from './meta.ts'
import { migrate, newest, registerMigrations } from './migrations/migrate.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Answer, answer, type Problem, Refusal } from './problem.ts'
import { hotQueries } from './queries.ts'
import { type Register, registerOver } from './register.ts'
import { notSearchedYet } from './search/search.ts'
import { explained, givingReserve, type Session } from './session.ts'
import { acceptDoubts, type Doubt, doubtsOf } from './starts/doubts.ts'
import { openDatabase } from './starts/open-database.ts'
import { lostLog, markOpen, unmark } from './starts/open-marker.ts'
import type { MetaRow, RegisterTables } from './tables.ts'
import { newUlid } from './ulid.ts'

/** Gives the keys of the register in a folder; the vault's unlocking with a passphrase already bound. */
export type Unlock = (folder: string) => Promise<Result<Keyholder, Problem>>

export type OpenOptions<Document extends AnyCase> = {
  readonly engine: Engine
  readonly form: CaseForm<Document>
  readonly clock: Clock
  readonly entropy: Entropy
  /** Codes of refusals that the person has read and goes on in spite of: `rolled-back`, `log-missing`, `clock-behind`. */
  readonly accept?: readonly string[]
}

async function refuseStranger(database: Kysely<RegisterTables>, keys: Keyholder): Promise<void> {
  const { id, exchangeKey, signatureKey } = keys.person
  const known = await database.selectFrom('people').select(['exchange_key', 'signature_key']).where('id', '=', id).executeTakeFirst()
  const same = known !== undefined && Buffer.compare(known.exchange_key, exchangeKey) === 0
  if (!same || Buffer.compare(known.signature_key, signatureKey) !== 0) throw new Refusal('mixed', { file: 'keys.json' })
}

async function migrated(database: Kysely<RegisterTables>, engine: Engine, meta: MetaRow): Promise<RegisterInfo> {
  await migrate(database, engine, registerMigrations, meta.schema, (transaction, schema) =>
    transaction.updateTable('meta').set({ schema }).execute(),
  )
  return infoFrom(await readMeta(database))
}

async function openSession(
  database: Kysely<RegisterTables>,
  folder: string,
  keys: Keyholder,
  options: OpenOptions<AnyCase>,
  unprotected: Unprotected,
): Promise<{ readonly session: Session; readonly doubts: readonly Doubt[] }> {
  const { engine, clock, entropy } = options
  const meta = await readMeta(database)
  checkMeta(meta, meta.oldest_client, newest(registerMigrations), keys.registerId, registerFile)
  const doubts = await doubtsOf({ folder, registerId: keys.registerId, database, meta, clock, keys, unprotected }, options.accept ?? [])
  await refuseStranger(database, keys)
  const keyring = await openKeyring(engine, folder, keys, clock).catch((error: unknown) => {
    throw explained(error, engine, folder, keyringFile)
  })
  // Only when nothing is left that could be refused: a refused register is not migrated either.
  const info = await migrated(database, engine, meta).catch(async (error: unknown) => {
    await keyring.close()
    throw error
  })
  const queries = hotQueries(database)
  const kept = { headlines: new Map(), searching: notSearchedYet(), pending: 0 }
  const session = { folder, info, engine, database, queries, keyring, keys, clock, entropy, unprotected, ...kept }
  return { session, doubts }
}

/** What a full disk does not let over stays in the log, where it is as safe. */
async function foldLogs({ engine, database }: Session): Promise<void> {
  await engine.foldLog(database).catch((error: unknown) => {
    if (engine.trouble(error) !== 'full') throw error
  })
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
  const { engine } = options
  const lost = await lostLog(folder)
  const unprotected = await unprotectedBytes(engine, folder)
  const database = await openDatabase(engine, folder, keys)
  let session: Session | undefined
  try {
    const opened = await openSession(database, folder, keys, options, unprotected)
    session = opened.session
    await foldLogs(session)
    await acceptDoubts(session, lost === undefined ? opened.doubts : [{ accepts: 'log-missing', refusal: lost }, ...opened.doubts])
    const { clock, entropy } = options
    const [greeted, operationId] = [session, newUlid(clock, entropy)]
    await givingReserve(session, () => greet(greeted, operationId))
    await markOpen(session)
    return registerOver(session, options.form)
  } catch (error) {
    // A marker that tells of a lost log must go on telling until somebody has answered for it.
    if (lost === undefined) await unmark(folder).catch(() => undefined)
    await session?.keyring.close()
    await database.destroy()
    throw explained(error, engine, folder, registerFile)
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
    const lost = await lostLog(folder)
    if (lost !== undefined && !options.accept?.includes('log-missing')) throw lost
    const keys = await unlock(folder)
    if (!keys.ok) throw new Refusal(keys.error.code, { folder, ...keys.error.values })
    return openWith(folder, keys.value, options)
  })
}
