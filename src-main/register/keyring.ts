import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { checkMeta, keyringFile } from './meta.ts'
import { keyringMigrations, migrate, newest } from './migrations/migrate.ts'
import type { Clock, Keyholder } from './ports.ts'
import { Refusal } from './problem.ts'
import type { KeyringTables, Standing } from './tables.ts'
import { type Wraps, wrapsOver } from './wraps.ts'

const batch = 500

/** Somebody, or an office that is no person, for whom a key can be wrapped. */
export type Recipient = { readonly id: string; readonly exchangeKey: Uint8Array }

/** The key of every case (and of the register itself, under the register's id), as far as the unlocked person may read it. */
export type Keyring = Wraps & {
  readonly database: Kysely<KeyringTables>
  /** The key, or nothing when the case is closed to this person. */
  keyOf(subject: string): Promise<KeyObject | undefined>
  keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, KeyObject>>
  /** Why this person holds the key; nothing when it is closed. */
  standingOf(subject: string): Promise<Standing | undefined>
  /** Makes and keeps the key of a new subject, also for the offices given. A key left by an attempt that went no further is used again. */
  keyForNew(subject: string, offices?: readonly Recipient[]): Promise<KeyObject>
  /** Takes the keys of subjects from everybody, for good: what they opened opens no more. */
  destroy(subjects: readonly string[]): Promise<void>
  close(): Promise<void>
}

function unwrapped(keys: Keyholder, wrapped: Uint8Array, subject: string): KeyObject {
  try {
    return keys.unwrap(wrapped, subject)
  } catch {
    throw new Refusal('damaged', { file: keyringFile })
  }
}

function keyringOver(database: Kysely<KeyringTables>, engine: Engine, keys: Keyholder, clock: Clock): Keyring {
  const known = new Map<string, KeyObject>()
  const standings = new Map<string, Standing>()

  async function fetch(subjects: readonly string[]): Promise<void> {
    const rows = await database
      .selectFrom('case_key')
      .select(['case_id', 'wrapped', 'standing'])
      .where('recipient', '=', keys.person.id)
      .where('case_id', 'in', subjects)
      .execute()
    for (const row of rows) {
      known.set(row.case_id, unwrapped(keys, row.wrapped, row.case_id))
      standings.set(row.case_id, row.standing)
    }
  }

  async function keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    const missing = subjects.filter((subject) => !known.has(subject))
    for (let from = 0; from < missing.length; from += batch) await fetch(missing.slice(from, from + batch))
    return known
  }

  const forget = (subject: string): void => {
    known.delete(subject)
    standings.delete(subject)
  }
  const wraps = wrapsOver(database, keys, clock, forget)

  async function keyForNew(subject: string, offices: readonly Recipient[] = []): Promise<KeyObject> {
    const others = offices.map((office) => ({ ...office, standing: 'office' as const }))
    const left = (await keysOf([subject])).get(subject)
    if (left !== undefined) await wraps.grant(subject, left, others)
    else await wraps.grant(subject, keys.newKey(), [{ ...keys.person, standing: 'owner' }, ...others], 'keep')
    const kept = (await keysOf([subject])).get(subject)
    if (kept === undefined) throw new Refusal('case-closed', { case: subject })
    return kept
  }

  return {
    ...wraps,
    database,
    keyOf: async (subject) => known.get(subject) ?? (await keysOf([subject])).get(subject),
    keysOf,
    standingOf: async (subject) => {
      await keysOf([subject])
      return standings.get(subject)
    },
    keyForNew,
    async destroy(subjects) {
      for (const subject of subjects) {
        known.delete(subject)
        await database.deleteFrom('case_key').where('case_id', '=', subject).execute()
      }
      await engine.scrub(database)
    },
    close: async () => {
      known.clear()
      standings.clear()
      await database.destroy()
    },
  }
}

/** Makes the keyring of a new register, with the register's own key in it. */
export async function createKeyring(engine: Engine, folder: string, keys: Keyholder, clock: Clock): Promise<void> {
  const database = await engine.open<KeyringTables>(folder, keyringFile, keys.fileKey(keyringFile))
  try {
    await migrate(database, engine, keyringMigrations, 0, (transaction, schema) =>
      transaction
        .insertInto('meta')
        .values({ id: 1, schema, register_id: keys.registerId })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ schema }))
        .execute(),
    )
    await keyringOver(database, engine, keys, clock).keyForNew(keys.registerId)
  } finally {
    await database.destroy()
  }
}

/** A keyring that may still have to be migrated. */
export type FoundKeyring = {
  readonly keyring: Keyring
  readonly schema: number
  migrate(): Promise<void>
}

/** Opens the keyring and changes nothing yet; one of a newer program or another register is refused. */
export async function openKeyring(engine: Engine, folder: string, keys: Keyholder, clock: Clock): Promise<FoundKeyring> {
  const database = await engine.open<KeyringTables>(folder, keyringFile, keys.fileKey(keyringFile))
  try {
    const meta = await database.selectFrom('meta').select(['schema', 'register_id']).executeTakeFirst()
    if (meta === undefined) throw new Refusal('damaged', { file: keyringFile })
    checkMeta(meta, 0, newest(keyringMigrations), keys.registerId, keyringFile)
    return {
      keyring: keyringOver(database, engine, keys, clock),
      schema: meta.schema,
      migrate: () =>
        migrate(database, engine, keyringMigrations, meta.schema, (transaction, schema) =>
          transaction.updateTable('meta').set({ schema }).execute(),
        ),
    }
  } catch (error) {
    await database.destroy()
    throw error
  }
}
