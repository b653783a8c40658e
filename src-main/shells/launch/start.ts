import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, namedBrowser } from '../browser.ts'
import { languageOf } from '../language.ts'
import { launchMessages } from '../messages.ts'
import { type FetchLimits, fetchElectron, findElectron, mayFetchElectron } from './electron-runtime.ts'
import { type Ended, hasDisplay, launch } from './launch.ts'
import { runChild } from './run-child.ts'

const project = new URL('../../../', import.meta.url)
const inProject = (path: string) => fileURLToPath(new URL(path, project))
const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const limits: FetchLimits = { memory: inProject('out/electron-not-fetched'), now: Date.now(), milliseconds: 20_000 }
const text = launchMessages(languageOf(process.env))

/** Electron refuses to run as root with its sandbox; a terminal inside an editor may ask it to be a plain Node. */
function runElectron(executable: string): Promise<Ended> {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...environment } = process.env
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return runChild(executable, [...asRoot, fileURLToPath(project), '--demonstration'], environment)
}

process.exitCode = await launch({
  hasDisplay: () => hasDisplay(process.platform, process.env),
  findElectron: () => findElectron(electronPackage),
  mayFetchElectron: () => mayFetchElectron(electronPackage, limits),
  fetchElectron: () => fetchElectron(electronPackage, limits),
  findBrowser,
  namesBrowser: () => namedBrowser(process.env) !== undefined,
  runElectron,
  runBrowser: (browser) => runChild(process.execPath, [fileURLToPath(new URL('../chromium/main.ts', import.meta.url)), browser]),
  runDemonstration: () => runChild(process.execPath, [fileURLToPath(new URL('../cli/hemvag.ts', import.meta.url)), 'demo']),
  say: (key) => process.stderr.write(`${text(key).replace('{file}', namedBrowser(process.env) ?? '')}\n`),
})
