import { basename, dirname, resolve } from 'node:path'
import type { Unlock } from '../open-session.ts'
import { type Answer, answer, Refusal } from '../problem.ts'
import { type ListedCopy, listCopies } from './manifest.ts'
import type { RestoreOptions } from './restore.ts'
import { type Source, unlockSource } from './source.ts'
import { type ProvenCopy, proveCopy } from './verify-copy.ts'

/** The copy that a file belongs to, its database or its manifest. A half-written one is `copy-missing`. */
export async function sourceOfFile(file: string): Promise<Source> {
  const path = resolve(file)
  const name = basename(path).replace(/\.(db|json)$/, '')
  const copy = (await listCopies(dirname(path))).find((each) => each.name === name)
  if (copy === undefined) throw new Refusal('copy-missing', { folder: dirname(path), copy: name })
  return { folder: dirname(path), copy }
}

/** Proves one copy with the keys that lie beside it: needs no register. */
export function verifyBackup(file: string, unlock: Unlock, { engine }: RestoreOptions): Promise<Answer<ListedCopy & ProvenCopy>> {
  return answer(async () => {
    const source = await sourceOfFile(file)
    const keys = await unlockSource(source, unlock)
    return { ...source.copy, ...(await proveCopy(engine, keys, source.folder, source.copy)) }
  })
}
