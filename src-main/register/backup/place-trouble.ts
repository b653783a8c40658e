import { statfs } from 'node:fs/promises'
import type { Engine } from '../engine.ts'
import { codeOf, exists } from '../folder.ts'
import { Refusal } from '../problem.ts'

/** What went wrong while a backup place was written to, in words for the person who chose it. */
export async function placeTrouble(error: unknown, engine: Engine, folder: string): Promise<unknown> {
  if (error instanceof Refusal) return error
  if (!(await exists(folder))) return new Refusal('place-gone', { folder })
  const trouble = engine.trouble(error)
  const code = codeOf(error)
  if (trouble === 'full' || ['ENOSPC', 'EDQUOT'].includes(code)) return new Refusal('place-full', { folder })
  if (trouble === 'denied' || ['EACCES', 'EPERM', 'EROFS'].includes(code)) return new Refusal('not-writable', { folder })
  if (code.startsWith('SQLITE_IOERR') || ['EIO', 'ENODEV', 'ENXIO', 'ESTALE'].includes(code)) return new Refusal('place-gone', { folder })
  return error
}

/** Refuses before anything is written where so many bytes have no room. */
export async function refuseFull(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < needed) throw new Refusal('place-full', { folder })
}
