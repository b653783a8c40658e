import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { WeedingSignature } from '#register/erasure/sign-list.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockFile } from '#register/sqlite/unlock-file.ts'
import type { KeyringTables, RegisterTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, aPaper, type Paper, passphrase } from './register-desk.ts'

/** A word that stands in the erased case and nowhere else. */
export const secretWord = 'Kvittensfågeln'

/** A case of several versions, too large for one page of the file. */
export async function aWeedingCase(register: Register<Paper>, id: string, reference: string): Promise<void> {
  const document = aPaper(id, { reference, alias: secretWord, eraseAfter: '2026-01-01', notes: [secretWord.repeat(400)] })
  accepted(await register.insertCase({ document, operationId: `open-${id}` }))
  const steps = [{ path: '/notes/1', after: secretWord.repeat(300) }]
  accepted(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: `change-${id}` }))
}

export const aSignature = (register: Register<Paper>, cases: readonly (readonly [string, string])[], operationId = register.newId()) =>
  ({
    operationId,
    cases: cases.map(([caseId, reference]) => ({
      caseId,
      reference,
      rule: 'RET1',
      action: 'erase-due',
      listedFrom: '2026-01-01',
      completeBy: '2027-12-31',
      basis: 'SoL 16:1',
    })),
    leftOut: [],
    reason: 'Årlig gallring',
  }) satisfies WeedingSignature

async function fileKeyOf(folder: string, file: string) {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value.fileKey(file)
}

/** Every page of a closed file as it is without the file's own encryption, free pages and the slack between cells among them. */
export async function plainPages(folder: string, file: string): Promise<Buffer> {
  const database = new Database(join(folder, file))
  try {
    unlockFile(database, await fileKeyOf(folder, file))
    return database.serialize()
  } finally {
    database.close()
  }
}

export async function onTables<Tables, Value>(
  folder: string,
  file: string,
  work: (database: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  const database = await sqliteEngine.open<Tables>(folder, file, await fileKeyOf(folder, file))
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}

/** Notes a place with backups, as the register remembers it. */
export async function addBackupPlace(folder: string, id: string, name: string, keyringAt: string | null): Promise<void> {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  const { registerId, unwrap, seal } = vault.value
  const wrapped = await onTables<KeyringTables, Uint8Array>(folder, 'keyring.db', async (database) => {
    const row = await database.selectFrom('case_key').select('wrapped').where('case_id', '=', registerId).executeTakeFirstOrThrow()
    return row.wrapped
  })
  const place = { table: 'backup_places', row: id, column: 'place', version: 1 }
  const sealed = seal(unwrap(wrapped, registerId), Buffer.from(JSON.stringify({ folder: name })), place)
  const row = { id, place: sealed, last_good_at: '2026-09-01T08:00:00.000Z', keyring_at: keyringAt }
  await onTables<RegisterTables, unknown>(folder, 'register.db', (database) => database.insertInto('backup_places').values(row).execute())
}

/** The sealed bytes that an erasure must take out of each file: versions and headline there, wrapped keys here. */
export async function sealedBytesOf(folder: string, caseId: string) {
  const register = await onTables<RegisterTables, Uint8Array[]>(folder, 'register.db', async (database) => {
    const versions = await database.selectFrom('case_versions').select('document').where('case_id', '=', caseId).execute()
    const rows = await database.selectFrom('cases').select('headline').where('id', '=', caseId).execute()
    const chunks = await database
      .selectFrom('content_chunks')
      .innerJoin('contents', 'contents.id', 'content_chunks.content')
      .select('bytes')
      .where('case_id', '=', caseId)
      .execute()
    const breaks = await database.selectFrom('glass_breaks').select('reason').where('case_id', '=', caseId).execute()
    return [
      ...breaks.map((row) => row.reason),
      ...versions.map((row) => row.document),
      ...rows.map((row) => row.headline),
      ...chunks.map((row) => row.bytes),
    ]
  })
  const keyring = await onTables<KeyringTables, Uint8Array[]>(folder, 'keyring.db', async (database) => {
    const rows = await database.selectFrom('case_key').select('wrapped').where('case_id', '=', caseId).execute()
    return rows.map((row) => row.wrapped)
  })
  return { register, keyring }
}

/** How many stretches of 24 bytes of the sealed bytes are found; bytes that cross from one page to the next are cut there. */
export function stretchesFound(haystack: Buffer, needles: readonly Uint8Array[]): number {
  let found = 0
  for (const needle of needles)
    for (let from = 0; from + 24 <= needle.length; from += 24)
      if (haystack.includes(Buffer.from(needle.subarray(from, from + 24)))) found += 1
  return found
}
