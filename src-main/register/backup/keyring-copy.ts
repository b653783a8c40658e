import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import { exists, flush } from '../folder.ts'
import { keyringFile } from '../meta.ts'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import type { KeyringTables } from '../tables.ts'
import { flushFile, writeWhole } from '../whole-file.ts'

/** Files that hold or lock keys. Beside them in a register's folder lies nothing else that a restore needs. */
export const keyFiles = ['keys.json', 'signing.json'] as const

async function rowsIn(database: Session['keyring']['database']): Promise<number> {
  const row = await database
    .selectFrom('case_key')
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirst()
  return Number(row?.rows ?? 0)
}

async function prove({ engine, keys, keyring }: Session, folder: string, file: string): Promise<void> {
  const copy = await engine.openCopy<KeyringTables>(folder, file, keys.fileKey(keyringFile))
  try {
    const { faults } = await engine.examine(copy)
    if (faults > 0 || (await rowsIn(copy)) !== (await rowsIn(keyring.database))) throw new Refusal('copy-damaged', { file: keyringFile })
  } finally {
    await copy.destroy()
  }
  if (!(await engine.isEncrypted(folder, file))) throw new Refusal('not-encrypted', { folder, file })
}

/** Reads every page of the keyring that lies in a folder. Anything wrong is the refusal `copy-damaged`, naming it. */
export async function proveKeyring(engine: Engine, keys: Keyholder, folder: string): Promise<void> {
  const damaged = new Refusal('copy-damaged', { file: keyringFile })
  if (!(await exists(join(folder, keyringFile)))) throw damaged
  try {
    const copy = await engine.openCopy<KeyringTables>(folder, keyringFile, keys.fileKey(keyringFile))
    const { faults } = await engine.examine(copy).finally(() => copy.destroy())
    if (faults > 0) throw damaged
  } catch (error) {
    throw engine.trouble(error) === 'damaged' ? damaged : error
  }
}

/**
 * Replaces the one keyring of a place, and the files that lock its keys. The former keyring is gone with it: with an older one an
 * erased case could be read in an old copy.
 */
export async function replaceKeyring(session: Session, folder: string): Promise<void> {
  const part = `${keyringFile}.part`
  await rm(join(folder, part), { force: true })
  await session.engine.copyInto(session.keyring.database, join(folder, part))
  await prove(session, folder, part)
  await flushFile(join(folder, part))
  await rename(join(folder, part), join(folder, keyringFile))
  await flush(folder)
  for (const file of keyFiles) {
    const own = join(session.folder, file)
    if (await exists(own)) await writeWhole(join(folder, file), await readFile(own))
  }
}
