import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The executable inside Electron's folder. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Path of Electron's executable, if its runtime is here. Reads the package's own notes and never imports `electron`,
 * whose main file starts a download of unknown length.
 */
export function findElectron(electronPackage: string, environment: Environment = process.env): string | undefined {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  const dist = join(electronPackage, 'dist')
  if (override !== undefined && override !== '') return present(join(override, executableName(process.platform)))
  const name = read(join(electronPackage, 'path.txt'))
  const isSameVersion = read(join(dist, 'version'))?.replace(/^v/, '') === versionOf(electronPackage)
  return name !== undefined && isSameVersion ? present(join(dist, name)) : undefined
}

const day = 24 * 60 * 60 * 1000

export interface FetchLimits {
  /** File that remembers a failed attempt, so that not every start waits for the same nothing. */
  readonly memory: string
  readonly now: number
  readonly milliseconds: number
}

/** Whether to try at all: not when told not to, and not again within a day for the same version. */
export function mayFetchElectron(electronPackage: string, limits: FetchLimits, environment: Environment = process.env): boolean {
  if (environment['HEMVAG_ELECTRON_DOWNLOAD'] === 'no' || !existsSync(join(electronPackage, 'install.js'))) return false
  const failed = read(limits.memory)
  return failed !== versionOf(electronPackage) || limits.now - statSync(limits.memory).mtimeMs > day
}

/** One bounded attempt by the package's own installer, which checks the sums; the executable when it succeeded. */
export function fetchElectron(electronPackage: string, limits: FetchLimits): string | undefined {
  const installer = join(electronPackage, 'install.js')
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: limits.milliseconds, killSignal: 'SIGKILL' })
  const found = findElectron(electronPackage)
  if (found === undefined) remember(limits.memory, versionOf(electronPackage))
  else rmSync(limits.memory, { force: true })
  return found
}

function remember(memory: string, version: string): void {
  mkdirSync(dirname(memory), { recursive: true })
  writeFileSync(memory, version)
}

function versionOf(electronPackage: string): string {
  const manifest: { readonly version?: string } = JSON.parse(read(join(electronPackage, 'package.json')) ?? '{}')
  return manifest.version ?? ''
}

const present = (file: string): string | undefined => (existsSync(file) ? file : undefined)

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
