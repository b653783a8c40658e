import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Examination, ExaminedFile } from '#domain/starts/examination.ts'
import { finishExchange, registersBeside } from '../backup/exchange.ts'
import { refuseForeign } from '../folder.ts'
import { readHeadsSeen } from '../heads-seen.ts'
import { keyringFile, registerFile } from '../meta.ts'
import { type Problem, Refusal } from '../problem.ts'
import { lostLog, readMarker } from './open-marker.ts'
import { freeSpace, hasReserve } from './reserve.ts'

const needed = [registerFile, keyringFile, 'keys.json'] as const
const own = [...needed, 'signing.json', 'seen.json', `${registerFile}-wal`, `${keyringFile}-wal`]

const may = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  )

async function fileIn(folder: string, name: string): Promise<ExaminedFile | undefined> {
  const path = join(folder, name)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return undefined
  return { name, bytes: found.size, readable: await may(path, constants.R_OK), writable: await may(path, constants.W_OK) }
}

async function filesIn(folder: string): Promise<readonly ExaminedFile[]> {
  return (await Promise.all(own.map((name) => fileIn(folder, name)))).filter((file) => file !== undefined)
}

const backupSchema = z.looseObject({ lastGoodAt: z.iso.datetime().nullable() })

/** What the side file of the backups says; nothing where there is none. */
async function lastGoodBackup(folder: string): Promise<string | null> {
  try {
    return backupSchema.parse(JSON.parse(await readFile(join(folder, 'backup-seen.json'), 'utf8'))).lastGoodAt
  } catch {
    return null
  }
}

/** Looks at a register's folder without keys. Databases are only asked for their size: who reads one that is open here loosens its lock. */
export async function examine(folder: string, now: string): Promise<Omit<Examination, 'untouched'>> {
  const [files, marker, seen, free] = await Promise.all([filesIn(folder), readMarker(folder), readHeadsSeen(folder), freeSpace(folder)])
  const isWitness = seen !== undefined && !(seen instanceof Refusal)
  return {
    now,
    files,
    missing: needed.filter((name) => !files.some((file) => file.name === name)),
    folderWritable: await may(folder, constants.W_OK),
    freeBytes: free ?? null,
    reserve: await hasReserve(folder),
    openSince: marker?.since ?? null,
    seen: isWitness ? { checkpoint: seen.checkpoint.number, at: seen.at } : null,
    beside: await registersBeside(folder),
    lastGoodBackupAt: await lastGoodBackup(folder),
  }
}

/** Size and time of change of each file of the register, as one text. */
export async function fingerprint(folder: string): Promise<string> {
  const parts = await Promise.all(
    own.map(async (name) => {
      const found = await stat(join(folder, name), { bigint: true }).catch(() => undefined)
      return found === undefined ? name : `${name} ${found.size} ${found.mtimeNs}`
    }),
  )
  return parts.join('\n')
}

/** What would keep the register from being opened, as far as can be seen before any key is asked for. */
export async function firstLook(folder: string): Promise<Problem | undefined> {
  try {
    await finishExchange(folder)
    await refuseForeign(folder)
    const files = (await filesIn(folder)).filter(({ name }) => needed.some((each) => each === name))
    if (files.some(({ readable }) => !readable)) throw new Refusal('not-readable', { folder })
    const closed = files.some(({ writable }) => !writable) || !(await may(folder, constants.W_OK))
    if (closed) throw new Refusal('not-writable', { folder })
    const lost = await lostLog(folder)
    if (lost !== undefined) throw lost
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
}
