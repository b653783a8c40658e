import { existsSync } from 'node:fs'
import { access, constants, readdir, stat, statfs } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { PlaceVerdict } from '#contract/keys.ts'

/** What the file system says of a place; a test gives another. */
export type Look = { statfs(path: string): Promise<{ readonly type: number; readonly bavail: number; readonly bsize: number }> }

/** Folders that programs of the kind carry to other computers. */
const synchronised =
  /^(onedrive.*|dropbox.*|google ?drive.*|my drive|icloud.*|mobile documents|nextcloud.*|owncloud.*|box( sync)?|pcloud.*|mega(sync)?|syncthing|proton ?drive)$/i
/** Marks that such programs leave in a folder that they carry. */
const marks = ['.dropbox', '.dropbox.cache', '.stfolder', '.nextcloudsync.log', '.owncloudsync.log', '.tmp.drivedownload']
/** File systems of other computers, whose locks cannot be trusted: NFS, SMB, CIFS, SMB2, SSH over FUSE. @source statfs(2) */
const remote = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546])
/** A register with its copies of a year needs about this much. */
const leastFree = 500_000_000

const registerFiles = ['register.db', 'keys.json']

function above(folder: string): readonly string[] {
  const up = dirname(folder)
  return up === folder ? [folder] : [folder, ...above(up)]
}

const isSynchronised = (path: string): boolean =>
  above(path).some((each) => synchronised.test(basename(each)) || marks.some((mark) => existsSync(join(each, mark))))

async function filesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

/** Whether a register can be made in a folder. Nothing is written: what cannot be known beforehand shows when it is made. */
export async function checkPlace(given: string, look: Look = { statfs }): Promise<{ verdict: PlaceVerdict; freeBytes: number | null }> {
  const told = (verdict: PlaceVerdict, freeBytes: number | null = null) => ({ verdict, freeBytes })
  if (!isAbsolute(given)) return told('parent-missing')
  const folder = resolve(given)
  const found = await filesIn(folder)
  if (registerFiles.every((file) => found.includes(file))) return told('holds-register')
  const present = existsSync(folder)
  if (present && (found.length > 0 || !(await stat(folder)).isDirectory())) return told('occupied')
  const parent = dirname(folder)
  if (!existsSync(parent)) return told('parent-missing')
  if (isSynchronised(folder)) return told('synchronised')
  const { type, bavail, bsize } = await look.statfs(parent)
  if (remote.has(type) || folder.startsWith('\\\\')) return told('on-network')
  const mayWrite = await access(present ? folder : parent, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!mayWrite) return told('not-writable')
  const freeBytes = bavail * bsize
  return told(freeBytes < leastFree ? 'full' : 'free', freeBytes)
}
