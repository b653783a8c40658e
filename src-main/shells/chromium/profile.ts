import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const named = /^hemvag-window-(\d+)-\w{6}$/

/** A new empty profile folder; remove it at close. It names its process, so that one left by a killed process can be swept. */
export async function createProfile(parent: string = tmpdir()): Promise<string> {
  await sweep(parent)
  const profile = await mkdtemp(join(parent, `hemvag-window-${process.pid}-`))
  await keepNoSessions(profile)
  return profile
}

/**
 * Chromium keeps what stands in a page's fields, to bring it back after a crash, and no switch forbids that: recovery words and half a note
 * would lie there as they were typed. Where its folder should be there is a file already.
 */
async function keepNoSessions(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Sessions'), '')
}

/**
 * Where the browser is told to put dumps of its memory, and cannot: each folder that it would make there is a file already. A dump of a page
 * that failed holds what stood on it, and Chromium writes one into its user's own folder even where crash reports are off; the switch that
 * would keep its handler from starting cannot be used together with a pipe.
 */
export async function noDumps(profile: string): Promise<string> {
  const place = join(profile, 'no-dumps')
  await mkdir(place)
  for (const name of ['new', 'pending', 'completed', 'attachments', 'reports']) await writeFile(join(place, name), '')
  return place
}

/** Never fails: a profile that will not go away must not keep the window from closing. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = named.exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner)) || !(await isOurFolder(join(parent, name)))) continue
    await removeProfile(join(parent, name))
  }
}

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch (problem) {
    return !(problem instanceof Error && 'code' in problem && problem.code === 'ESRCH')
  }
}

async function isOurFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid)
}
