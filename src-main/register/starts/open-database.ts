import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'
import { readHeadsSeen } from '../heads-seen.ts'
import { keyringFile, registerFile } from '../meta.ts'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { explained } from '../session.ts'
import type { KeyringTables, RegisterTables } from '../tables.ts'

/**
 * Opens the database. A file that does not open looks the same whether it is damaged or the keys are another register's;
 * where the keyring does not open either, it is the keys that do not fit (`wrong-key`, `mixed` where the side file proves it).
 */
export async function openDatabase(engine: Engine, folder: string, keys: Keyholder): Promise<Kysely<RegisterTables>> {
  try {
    return await engine.open<RegisterTables>(folder, registerFile, keys.fileKey(registerFile))
  } catch (error) {
    const refusal = explained(error, engine, folder, registerFile)
    const isDamaged = refusal instanceof Refusal && refusal.problem.code === 'damaged'
    throw isDamaged && !(await keyringOpens(engine, folder, keys)) ? await keysDoNotFit(folder, keys) : refusal
  }
}

/** Not asked while a log lies beside the keyring: closing it again would fold the log in, and a refusal changes nothing. */
async function keyringOpens(engine: Engine, folder: string, keys: Keyholder): Promise<boolean> {
  const log = await stat(join(folder, `${keyringFile}-wal`)).catch(() => undefined)
  if (log !== undefined) return true
  try {
    const keyring = await engine.open<KeyringTables>(folder, keyringFile, keys.fileKey(keyringFile))
    // Only what has been asked something is closed again.
    await keyring
      .selectFrom('meta')
      .select('register_id')
      .execute()
      .finally(() => keyring.destroy())
    return true
  } catch (error) {
    return engine.trouble(error) !== 'damaged'
  }
}

async function keysDoNotFit(folder: string, keys: Keyholder): Promise<Refusal> {
  const seen = await readHeadsSeen(folder)
  const isProven = seen !== undefined && !(seen instanceof Refusal) && seen.registerId !== keys.registerId
  return new Refusal(isProven ? 'mixed' : 'wrong-key', { folder, file: 'keys.json' })
}
