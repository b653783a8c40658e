import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Engine } from '../engine.ts'
import { registerFile } from '../meta.ts'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { sealsFiles } from '../starts/key-file.ts'
import type { RegisterTables } from '../tables.ts'
import { sha256Of } from '../whole-file.ts'
import { type Facts, factsOf } from './facts.ts'
import { proveKeyring } from './keyring-copy.ts'
import { databaseOf, type ListedCopy, manifestOf, manifestStanding } from './manifest.ts'

export type ProvenCopy = Facts & { readonly pages: number }

/** `seals`: whether the copy was made by a program that seals what lies beside it. */
type ProvenFile = ProvenCopy & { readonly seals: boolean }

/** Opens a copy of the register with its key and reads every page. Anything wrong is the refusal `copy-damaged`, naming the file. */
export async function proveFile(engine: Engine, keys: Keyholder, folder: string, file: string): Promise<ProvenFile> {
  const damaged = new Refusal('copy-damaged', { file })
  const database = await engine.openCopy<RegisterTables>(folder, file, keys.fileKey(registerFile)).catch((error: unknown) => {
    throw engine.trouble(error) === 'damaged' ? damaged : error
  })
  try {
    const { pages, faults } = await engine.examine(database)
    if (faults > 0) throw damaged
    const facts = await factsOf(database)
    if (facts.registerId !== keys.registerId) throw new Refusal('mixed', { file })
    return { ...facts, pages, seals: await sealsFiles(database, facts.schema) }
  } catch (error) {
    throw engine.trouble(error) === 'damaged' ? damaged : error
  } finally {
    await database.destroy()
  }
}

/** Whether a manifest says of its copy what the copy says itself. Its moment, its size and the register are compared elsewhere. */
const saysSame = (proven: ProvenCopy, { schema, counts, checkpoint }: ListedCopy) =>
  proven.schema === schema && isDeepStrictEqual(proven.counts, counts) && isDeepStrictEqual(proven.checkpoint, checkpoint)

/**
 * Compares a copy with its manifest byte by byte (SHA-256), then opens it and compares what it holds; and reads every page of the keyring
 * that lies beside it, without which no case of the copy could be opened.
 */
export async function proveCopy(engine: Engine, keys: Keyholder, folder: string, copy: ListedCopy): Promise<ProvenCopy> {
  const file = databaseOf(copy.name)
  const damaged = new Refusal('copy-damaged', { file })
  if ((await sha256Of(join(folder, file))) !== copy.sha256) throw damaged
  if (!(await engine.isEncrypted(folder, file))) throw new Refusal('not-encrypted', { folder, file })
  const { seals, ...proven } = await proveFile(engine, keys, folder, file)
  const manifest = manifestStanding(copy, keys)
  if (manifest === 'altered' || (manifest === 'open' && seals)) throw new Refusal('copy-damaged', { file: manifestOf(copy.name) })
  if (!saysSame(proven, copy)) throw damaged
  await proveKeyring(engine, keys, folder)
  return proven
}

/** Bytes that a file of an open register takes, without opening it. */
export async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((each) =>
      stat(each)
        .then(({ size }) => size)
        .catch(() => 0),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
