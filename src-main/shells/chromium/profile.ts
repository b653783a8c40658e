import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const named = /^hemvag-window-(\d+)-\w{6}$/

/** A new empty profile folder; remove it at close. It names its process, so that one left by a killed process can be swept. */
export async function createProfile(parent: string = tmpdir()): Promise<string> {
  await sweep(parent)
  return mkdtemp(join(parent, `hemvag-window-${process.pid}-`))
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
