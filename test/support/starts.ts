import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRegister } from '#register/open.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, aPaper, inFolder, newRegister, openOptions, passphrase, seededEntropy, steppingClock } from './register-desk.ts'

const child = fileURLToPath(new URL('starts-child.ts', import.meta.url))

/** Digest of every file in a folder: whether a refusal has left all as it was, to the byte. */
export const digestsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )

/** A closed register with one case, for the work to spoil. */
export function withClosedRegister(work: (folder: string, place: string) => Promise<void>): Promise<void> {
  return inFolder(async (place) => {
    const folder = join(place, 'register')
    const register = await newRegister(folder, sqliteEngine)
    accepted(await register.insertCase({ document: aPaper(register.newId()), operationId: register.newId() }))
    await register.close()
    await work(folder, place)
  })
}

let openings = 0

/** Opens a register at a moment, in spite of what is accepted. */
export function openAt(folder: string, moment: string, accept: readonly string[] = [], words = passphrase) {
  openings += 1
  const options = { ...openOptions(sqliteEngine), clock: steppingClock(moment), entropy: seededEntropy(`opening ${openings}`) }
  return openRegister(folder, (place) => unlockVault(place, words), { ...options, accept })
}

/** A second process that has the register open, from the moment at which it says so. */
export function holding(folder: string, deed: 'hold' | 'write' = 'hold'): Promise<ChildProcess> {
  const process_ = spawn(process.execPath, [child, deed, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let complaint = ''
    process_.stderr.on('data', (part) => {
      complaint += part
    })
    process_.stdout.once('data', () => resolve(process_))
    process_.once('exit', () => reject(new Error(complaint)))
  })
}

/** Ends a process in the middle of a sentence. */
export function killed(process_: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process_.removeAllListeners('exit').once('exit', () => resolve())
    process_.kill('SIGKILL')
  })
}

/**
 * Runs a deed of the child on a small disk of its own, which goes with the process: a mount that only the child sees,
 * for which nobody needs to be root. Gives what the child said.
 */
export function onSmallDisk(place: string, megabytes: number, ...steps: readonly string[]): unknown {
  const disk = join(place, 'disk')
  mkdirSync(disk)
  const run = [`mount -t tmpfs -o size=${megabytes}m tmpfs "$1"`, ...steps.map((step) => step.replace('CHILD', '"$2" "$3"'))].join(' && ')
  const done = spawnSync('unshare', ['-rm', 'sh', '-c', run, 'sh', disk, process.execPath, child], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${done.stderr}${done.error ?? ''}`)
  return JSON.parse(done.stdout)
}
