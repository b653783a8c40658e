import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { FilesPort, StagedFile } from '#operations/ports.ts'
import type { Choosers } from '../surroundings.ts'

const megabyte = 1_000_000
/** Nothing that Hemväg reads is larger; a larger file is refused before it is read. */
const largestFile = 40 * megabyte

const refused = (code: string, values: Failure['values']): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, messageKey: `failure.${code}`, ...(values === undefined ? {} : { values }) },
})

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

export function filesPort(suggestedFolder: string, choosers: Choosers | undefined): FilesPort {
  return {
    read,
    stage,
    suggestedFolder: () => suggestedFolder,
    canChoose: () => choosers !== undefined,
    chooseFolder: async () => (await choosers?.chooseFolder()) ?? null,
    choosePlan: async () => (await choosers?.choosePlan()) ?? null,
  }
}

async function read(file: string): Promise<Result<Uint8Array, Failure>> {
  try {
    const { size } = await stat(file)
    if (size > largestFile) return refused('file-too-large', { file, size: Math.ceil(size / megabyte), limit: largestFile / megabyte })
    return { ok: true, value: await readFile(file) }
  } catch (error) {
    if (codeOf(error) === '') throw error
    return refused('file-unreadable', { file })
  }
}

/** Writes beside the place under a name that says nothing; `commit` gives it its name unless somebody else has taken it. */
async function stage(folder: string, name: string, bytes: Uint8Array): Promise<Result<StagedFile, Failure>> {
  const place = resolve(folder)
  const file = join(place, name)
  const waiting = join(place, `.hemvag-${randomUUID()}.part`)
  try {
    if (await exists(file)) return refused('file-exists', { file })
    await writeThrough(waiting, bytes)
  } catch (error) {
    await rm(waiting, { force: true }).catch(() => undefined)
    return writeRefusal(error, place)
  }
  return { ok: true, value: { file, commit: () => giveName(waiting, file), discard: () => rm(waiting, { force: true }) } }
}

function writeRefusal(error: unknown, folder: string): { ok: false; error: Failure } {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('folder-missing', { folder })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refused('folder-not-writable', { folder })
    case 'ENOSPC':
    case 'EDQUOT':
      return refused('disk-full', {})
    default:
      throw error
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A link never replaces; where the disk knows no links a rename must do. */
async function giveName(waiting: string, file: string): Promise<void> {
  try {
    await link(waiting, file)
    await rm(waiting, { force: true })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    await rename(waiting, file)
  }
}
