import { randomFillSync } from 'node:crypto'
import { rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Room kept back in the register's folder, so that on a full disk the last change and its journal entry can still be written. */
export const reserveFile = 'reserve'
const reserveSize = 8_000_000
/** Not taken from a disk that has less than this left. */
const plenty = 200_000_000

/** Free bytes where the folder lies, as far as the system says. */
export async function freeSpace(folder: string): Promise<number | undefined> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  )
}

export const hasReserve = (folder: string): Promise<boolean> =>
  stat(join(folder, reserveFile)).then(
    ({ size }) => size === reserveSize,
    () => false,
  )

/** Gives the room back. False where there was none to give. */
export async function releaseReserve(folder: string): Promise<boolean> {
  const there = await stat(join(folder, reserveFile)).then(
    () => true,
    () => false,
  )
  if (there) await rm(join(folder, reserveFile), { force: true })
  return there
}

/** Puts the room aside again where the disk has plenty. Random bytes: a disk that compresses would keep nothing back for zeros. */
export async function keepReserve(folder: string): Promise<void> {
  if ((await hasReserve(folder)) || ((await freeSpace(folder)) ?? 0) < plenty) return
  await writeFile(join(folder, reserveFile), randomFillSync(Buffer.alloc(reserveSize)), { mode: 0o600 }).catch(() => releaseReserve(folder))
}
