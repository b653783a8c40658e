import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, parse, resolve } from 'node:path'
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

async function read(file: string, largest = largestFile): Promise<Result<Uint8Array, Failure>> {
  try {
    const { size } = await stat(file)
    const bytes = size > largest ? undefined : await readAtMost(file, largest)
    if (bytes === undefined) return refused('file-too-large', { file, limit: largest / megabyte })
    return { ok: true, value: bytes }
  } catch (error) {
    if (codeOf(error) === '') throw error
    return refused(readRefusals[codeOf(error)] ?? 'file-unreadable', { file })
  }
}

const readRefusals: Readonly<Record<string, string>> = { ENOENT: 'file-missing', ENOTDIR: 'file-missing', EISDIR: 'file-is-folder' }

/** The whole content, or nothing where it does not end in time: what a pipe or a device holds has no size beforehand. */
async function readAtMost(file: string, largest: number): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of createReadStream(file, { end: largest })) {
    parts.push(part)
    length += part.length
  }
  return length > largest ? undefined : Buffer.concat(parts)
}

type Content = Uint8Array | AsyncIterable<Uint8Array>

/** Writes beside the place under a name that says nothing; `commit` gives it its name. */
async function stage(folder: string, name: string, bytes: Content): Promise<Result<StagedFile, Failure>> {
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
  return { ok: true, value: stagedFile(waiting, file) }
}

/**
 * By the time it gets its name, what it says has been logged as handed out. A name that somebody took in between must not lose it:
 * it then gets the next free one, and `file` says which.
 */
function stagedFile(waiting: string, wanted: string): StagedFile {
  let file = wanted
  return {
    get file() {
      return file
    },
    async commit() {
      try {
        for (let count = 2; !(await giveName(waiting, file)); count += 1) file = numbered(wanted, count)
        return { ok: true, value: null }
      } catch (error) {
        await rm(waiting, { force: true }).catch(() => undefined)
        return writeRefusal(error, dirname(wanted))
      }
    },
    discard: () => rm(waiting, { force: true }),
  }
}

/** `plan.pdf` as `plan (2).pdf`. */
const numbered = (file: string, count: number): string => {
  const { dir, name, ext } = parse(file)
  return join(dir, `${name} (${count})${ext}`)
}

function writeRefusal(error: unknown, folder: string): { ok: false; error: Failure } {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
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

async function writeThrough(file: string, bytes: Content): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** False where the name is taken. A link never replaces; where the disk knows no links a rename must do. */
async function giveName(waiting: string, file: string): Promise<boolean> {
  try {
    await link(waiting, file)
    await rm(waiting, { force: true })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    await rename(waiting, file)
  }
  return true
}
