import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exists } from '../folder.ts'
import { keyringFile } from '../meta.ts'
import type { Unlock } from '../open-session.ts'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { type ListedCopy, listCopies } from './manifest.ts'

/** Where copies lie: a place with a subfolder for each register, or one such subfolder itself. */
async function subfoldersIn(folder: string): Promise<readonly string[]> {
  if (!(await exists(folder))) throw new Refusal('place-gone', { folder })
  if ((await listCopies(folder)).length > 0) return [folder]
  const names = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isDirectory() && each.name.startsWith('hemvag-'))
  return names.map(({ name }) => join(folder, name)).sort()
}

export type FoundBackup = { readonly folder: string; readonly copies: readonly ListedCopy[] }

/** Every register that has copies in a folder. Needs no key. */
export async function findBackups(folder: string): Promise<readonly FoundBackup[]> {
  const found = await Promise.all(
    (await subfoldersIn(resolve(folder))).map(async (each) => ({ folder: each, copies: await listCopies(each) })),
  )
  return found.filter(({ copies }) => copies.length > 0)
}

export type SourceRequest = {
  readonly from: string
  /** `register-…`; without one the newest. */
  readonly copy?: string
}

export type Source = { readonly folder: string; readonly copy: ListedCopy }

/** The one copy that is meant. Refusals: `backup-missing` where there is none, or where several registers lie and none is named. */
export async function findSource({ from, copy: name }: SourceRequest): Promise<Source> {
  const found = await findBackups(from)
  const named = found.flatMap(({ folder, copies }) => copies.filter((copy) => copy.name === name).map((copy) => ({ folder, copy })))
  if (name !== undefined) {
    const [only] = named
    if (only === undefined || named.length > 1) throw new Refusal('copy-missing', { folder: from, copy: name })
    return only
  }
  const [only] = found
  const newest = only?.copies[0]
  if (only === undefined || newest === undefined || found.length > 1) throw new Refusal('backup-missing', { folder: from })
  return { folder: only.folder, copy: newest }
}

/** The keys that open a source's copies: what locks them lies beside the copies. */
export async function unlockSource({ folder, copy }: Source, unlock: Unlock): Promise<Keyholder> {
  if (!(await exists(join(folder, keyringFile)))) throw new Refusal('copy-damaged', { file: keyringFile })
  const keys = await unlock(folder)
  if (!keys.ok) throw new Refusal(keys.error.code, { folder, ...keys.error.values })
  if (keys.value.registerId !== copy.registerId) throw new Refusal('mixed', { file: 'keys.json' })
  return keys.value
}
