import { copyFile, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf, exists, flush, makeWhole, refuseOccupied } from '../folder.ts'
import { makeCheckpoint } from '../journal/checkpoint.ts'
import { registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import { keyringFile, registerFile } from '../meta.ts'
import { type Opening, sessionIn, type Unlock } from '../open-session.ts'
import type { Keyholder } from '../ports.ts'
import { type Answer, answer, Refusal } from '../problem.ts'
import { explained, type Session } from '../session.ts'
import { newUlid } from '../ulid.ts'
import { flushFile, sha256Of } from '../whole-file.ts'
import { type Comparison, compare, fileOf, type Here } from './compare.ts'
import { type Erased, eraseAgain, mergeErased, readErased } from './erased.ts'
import { keyFiles } from './keyring-copy.ts'
import { copyNameAt } from './manifest.ts'
import { findSource, type Source, type SourceRequest, unlockSource } from './source.ts'

export type RestoreOptions = Omit<Opening, 'copyFirst'>

export type RestoreRequest = SourceRequest & {
  /** `beside`: a folder that is not there yet or empty. `instead`: the folder of the register that steps aside. */
  readonly into: string
  readonly mode: 'beside' | 'instead'
  /** Opens the keys that lie beside the copies: by passphrase, or by recovery key. */
  readonly unlock: Unlock
  /** What the register that is open knows of erased cases, where one is. */
  readonly erased?: Erased
}

export type Restored = {
  readonly folder: string
  readonly copy: string
  readonly at: string
  /** Where the former register of that folder is kept, when it stepped aside. */
  readonly asideIn: string | undefined
  /** Erased cases that the copy still had, and that were erased again. */
  readonly erasedAgain: number
}

type Filled = { readonly mode: RestoreRequest['mode']; readonly erased: Erased }

async function bringFiles(source: Source, folder: string): Promise<void> {
  await copyFile(fileOf(source), join(folder, registerFile))
  if ((await sha256Of(join(folder, registerFile))) !== source.copy.sha256) throw new Refusal('copy-damaged', { file: source.copy.name })
  for (const file of [keyringFile, ...keyFiles])
    if (await exists(join(source.folder, file))) await copyFile(join(source.folder, file), join(folder, file))
}

/** What the restored register notes of itself: whence it came, and once more what has been erased. */
async function settle(session: Session, { copy }: Source, { mode, erased }: Filled): Promise<number> {
  const chain = registerChain(session.info.id)
  const operationId = newUlid(session.clock, session.entropy)
  const detail = { copy: copy.name, sha256: copy.sha256, checkpoint: copy.checkpoint, mode, erasedAgain: erased.cases }
  await write(session, { chain, operationId, action: 'register.restored', object: chain, detail }, async (change) => {
    // Two registers that go on from one must not write their copies into each other's.
    if (mode === 'beside') await change.deleteFrom('backup_places').execute()
    return undefined
  })
  const applied = await eraseAgain(session, erased)
  await makeCheckpoint(session)
  return applied
}

/** Fills an empty folder with a register made of a copy and the place's keyring, and opens it once. */
export async function fillFrom(source: Source, keys: Keyholder, folder: string, options: RestoreOptions, filled: Filled): Promise<number> {
  await bringFiles(source, folder)
  let session: Session | undefined
  try {
    // A key file that was meddled with at the place comes along, and is told of when the restored register is opened.
    const accept = [...(options.accept ?? []), 'keys-altered']
    session = await sessionIn(folder, keys, { ...options, accept, copyFirst: false })
    return await settle(session, source, filled)
  } catch (error) {
    throw explained(error, options.engine, folder, registerFile)
  } finally {
    await Promise.allSettled([session?.keyring.close(), session?.database.destroy()])
    for (const file of [registerFile, keyringFile]) if (await exists(join(folder, file))) await flushFile(join(folder, file))
  }
}

/** Every case known to be erased: at the place, in the register that steps aside, and in the one that asks. */
async function erasedAnywhere(source: Source, { present }: Comparison, asking: Erased | undefined): Promise<Erased> {
  const listed = await readErased(source.folder, source.copy.registerId)
  const here = present.state === 'readable' ? present.erased : undefined
  const ours = [here, asking].filter((each) => each?.registerId === source.copy.registerId)
  return ours.reduce<Erased>((all, each) => (each === undefined ? all : mergeErased(all, each)), listed)
}

/** Gives the new register the name of the old one, which is kept under another. Where the second step fails the first is taken back. */
async function exchange(folder: string, waiting: string, now: string): Promise<string> {
  const aside = `${folder}-replaced-${copyNameAt(now).replace('register-', '')}`
  if (await exists(aside)) throw new Refusal('folder-occupied', { folder: aside })
  await rename(folder, aside)
  try {
    await rename(waiting, folder)
  } catch (error) {
    await rename(aside, folder)
    throw error
  }
  await flush(resolve(folder, '..'))
  return aside
}

/**
 * Restores a register from a copy, beside the present one or instead of it: whole or not at all. Nothing is deleted: a register that
 * steps aside keeps all its files. Cases on the place's list of erased ones are erased again before anybody can open them.
 */
export function restoreBackup(request: RestoreRequest, options: RestoreOptions): Promise<Answer<Restored>> {
  const { mode } = request
  const folder = resolve(request.into)
  return answer(async () => {
    if (mode === 'beside') await refuseOccupied(folder)
    const source = await findSource(request)
    const keys = await unlockSource(source, request.unlock)
    const comparison = await compare(options.engine, keys, source, mode === 'instead' ? { folder } : undefined)
    if (comparison.relation === 'other') throw new Refusal('mixed', { file: registerFile })
    const erased = await erasedAnywhere(source, comparison, request.erased)
    const steppingAside = mode === 'instead' && (await exists(folder))
    const waiting = steppingAside ? `${folder}-restored-${copyNameAt(options.clock.now()).replace('register-', '')}` : folder
    const erasedAgain = await makeWhole(waiting, 'restoring', (sibling) => fillFrom(source, keys, sibling, options, { mode, erased }))
    const asideIn = steppingAside ? await exchange(folder, waiting, options.clock.now()).catch(notWritable(folder)) : undefined
    return { folder, copy: source.copy.name, at: source.copy.at, asideIn, erasedAgain }
  })
}

const notWritable =
  (folder: string) =>
  (error: unknown): never => {
    throw ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(codeOf(error)) ? new Refusal('not-writable', { folder }) : error
  }

/** Says how a copy stands to the register here, before anything is restored. */
export function compareBackup(
  request: SourceRequest & { readonly unlock: Unlock; readonly here: Here },
  options: RestoreOptions,
): Promise<Answer<Comparison>> {
  return answer(async () => {
    const source = await findSource(request)
    return compare(options.engine, await unlockSource(source, request.unlock), source, request.here)
  })
}
