import { chmod, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { keyringFile, registerFile } from './meta.ts'
import { Refusal } from './problem.ts'

/** The code that the operating system gave an error; empty when it gave none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Whether something of that name may be there. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => !['ENOENT', 'ENOTDIR'].includes(codeOf(error)),
  )
}

/** An empty file is no database of ours, and SQLite would begin a new one in it. */
const isEmpty = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size === 0,
    () => false,
  )

/** A folder where a register may be made: not there yet, or empty; the folder above it must exist. */
export async function refuseOccupied(folder: string): Promise<void> {
  if (!(await exists(dirname(folder)))) throw new Refusal('folder-missing', { folder: dirname(folder) })
  if (!(await exists(folder))) return
  const found = await readdir(folder).catch(() => ['unreadable'])
  if (found.length > 0) throw new Refusal('folder-occupied', { folder })
}

/** Proves before any key is asked for that this is a register's folder with all its files. */
export async function refuseForeign(folder: string): Promise<void> {
  if (!(await exists(folder))) throw new Refusal('folder-missing', { folder })
  const present = await Promise.all(['keys.json', registerFile, keyringFile].map((file) => exists(join(folder, file))))
  const empty = await Promise.all([registerFile, keyringFile].map((file) => isEmpty(join(folder, file))))
  if (!present.includes(true)) throw new Refusal('not-a-register', { folder })
  if (!present[0]) throw new Refusal('keys-missing', { folder, file: 'keys.json' })
  if (!present[1] || empty[0]) throw new Refusal('damaged', { folder, file: registerFile })
  if (!present[2] || empty[1]) throw new Refusal('damaged', { folder, file: keyringFile })
}

function writeTrouble(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new Refusal('not-writable', { folder })
  return code === 'ENOSPC' ? new Refusal('disk-full', { folder }) : error
}

/** Makes what happened to names in a folder outlast a loss of power. */
export async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder whole or not at all: `fill` writes into a sibling that only its owner may read, which then takes the name.
 * Whatever goes wrong, the sibling is removed. `tag` keeps two attempts apart.
 */
export async function makeWhole<Value>(folder: string, tag: string, fill: (sibling: string) => Promise<Value>): Promise<Value> {
  const sibling = join(dirname(folder), `.${basename(folder)}.${tag}`)
  try {
    await mkdir(sibling, { mode: 0o700 })
    const value = await fill(sibling)
    for (const file of await readdir(sibling)) await chmod(join(sibling, file), 0o600)
    await flush(sibling)
    await rmdir(folder).catch(() => undefined)
    await rename(sibling, folder)
    await flush(dirname(folder))
    return value
  } catch (error) {
    await rm(sibling, { recursive: true, force: true })
    throw writeTrouble(error, folder)
  }
}
