import { resolve } from 'node:path'
import type { Result } from '#domain/result.ts'
import type { AnyCase } from './case-form.ts'
import { makeWhole, refuseOccupied } from './folder.ts'
import { recordCreation } from './journal/personal.ts'
import { createKeyring } from './keyring.ts'
import { clientNumber, keyringFile, registerFile } from './meta.ts'
import { migrate, registerMigrations } from './migrations/migrate.ts'
import { type OpenOptions, openWith } from './open.ts'
import type { Keyholder } from './ports.ts'
import { type Answer, answer, type Problem, Refusal } from './problem.ts'
import type { Register } from './register.ts'
import { explained } from './session.ts'
import type { MetaRow, RegisterTables } from './tables.ts'
import { newUlid } from './ulid.ts'

/** Makes the keys of a new register and keeps them, locked, in the folder; the vault's creating with a passphrase already bound. */
export type MakeKeys = (place: {
  readonly folder: string
  readonly registerId: string
  readonly person: string
}) => Promise<Result<Keyholder, Problem>>

export type CreateOptions<Document extends AnyCase> = OpenOptions<Document> & {
  readonly makeKeys: MakeKeys
  /** Two to four capital letters that begin this register's references. */
  readonly mark: string
  /** A register for practice, and the day it pretends to be. */
  readonly demonstration?: { readonly today: string }
}

async function createDatabase(folder: string, keys: Keyholder, options: CreateOptions<AnyCase>): Promise<void> {
  const { engine, clock, mark, demonstration } = options
  const created_at = clock.now()
  const database = await engine.open<RegisterTables>(folder, registerFile, keys.fileKey(registerFile))
  try {
    const meta: Omit<MetaRow, 'schema'> = {
      id: 1,
      oldest_client: clientNumber,
      register_id: keys.registerId,
      mark,
      demonstration: demonstration === undefined ? 0 : 1,
      demonstration_date: demonstration?.today ?? null,
      created_at,
    }
    await migrate(database, engine, registerMigrations, 0, (transaction, schema) =>
      transaction
        .insertInto('meta')
        .values({ ...meta, schema })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ schema }))
        .execute(),
    )
    const { id, exchangeKey, signatureKey } = keys.person
    await database
      .insertInto('people')
      .values({ id, exchange_key: exchangeKey, signature_key: signatureKey, added_at: created_at })
      .execute()
  } finally {
    await database.destroy()
  }
}

/** Makes a new register and opens it. The folder appears whole, or, whatever goes wrong, not at all. */
export function createRegister<Document extends AnyCase>(
  path: string,
  options: CreateOptions<Document>,
): Promise<Answer<Register<Document>>> {
  const folder = resolve(path)
  const { engine, clock, entropy, makeKeys, mark } = options
  return answer(async () => {
    if (!/^[A-Z]{2,4}$/.test(mark)) throw new Refusal('mark-invalid', { mark })
    await refuseOccupied(folder)
    const registerId = newUlid(clock, entropy)
    const person = newUlid(clock, entropy)
    const keys = await makeWhole(folder, registerId, async (sibling) => {
      const made = await makeKeys({ folder: sibling, registerId, person })
      if (!made.ok) throw new Refusal(made.error.code, { ...made.error.values, folder })
      try {
        await createKeyring(engine, sibling, made.value, clock)
        await createDatabase(sibling, made.value, options)
      } catch (error) {
        throw explained(error, engine, folder, registerFile)
      }
      for (const file of [registerFile, keyringFile]) {
        if (!(await engine.isEncrypted(sibling, file))) throw new Refusal('not-encrypted', { folder, file })
      }
      return made.value
    })
    return openWith(folder, keys, options, recordCreation)
  })
}
