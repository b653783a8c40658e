import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, namedBrowser } from '../browser.ts'
import { languageOf } from '../language.ts'
import { lastRegister } from '../last-register.ts'
import { launchMessages } from '../messages.ts'
import { asWords, readWish } from '../wish.ts'
import { type FetchLimits, fetchElectron, findElectron, mayFetchElectron } from './electron-runtime.ts'
import { type Ended, hasDisplay, launch } from './launch.ts'
import { runChild } from './run-child.ts'

const project = new URL('../../../', import.meta.url)
const inProject = (path: string) => fileURLToPath(new URL(path, project))
const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const limits: FetchLimits = { memory: inProject('out/electron-not-fetched'), now: Date.now(), milliseconds: 20_000 }
const text = launchMessages(languageOf(process.env))

const say = (key: Parameters<typeof text>[0], values: Readonly<Record<string, string>> = {}): void => {
  const line = Object.entries(values).reduce((made, [name, value]) => made.replaceAll(`{${name}}`, value), text(key))
  process.stderr.write(`${line}\n`)
}

/** Shows what is wished for; gives the exit code. */
async function start(): Promise<number> {
  const wish = readWish(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  if (!wish.ok) {
    say(wish.error.key, wish.error.values)
    return wish.error.exit
  }
  const words = asWords(wish.value)
  return launch({
    hasDisplay: () => hasDisplay(process.platform, process.env),
    findElectron: () => findElectron(electronPackage),
    mayFetchElectron: () => mayFetchElectron(electronPackage, limits),
    fetchElectron: () => fetchElectron(electronPackage, limits),
    findBrowser,
    namesBrowser: () => namedBrowser(process.env) !== undefined,
    runElectron: (executable) => runElectron(executable, words),
    runBrowser: (browser) =>
      runChild(process.execPath, [fileURLToPath(new URL('../chromium/main.ts', import.meta.url)), browser, ...words]),
    runDemonstration: () => runChild(process.execPath, [fileURLToPath(new URL('../cli/hemvag.ts', import.meta.url)), 'demo']),
    wantsRegister: () => wish.value.show === 'register' || (wish.value.show === 'last' && lastRegister() !== undefined),
    say: (key) => say(key, { file: namedBrowser(process.env) ?? '' }),
  })
}

/** Electron refuses to run as root with its sandbox; a terminal inside an editor may ask it to be a plain Node. */
function runElectron(executable: string, words: readonly string[]): Promise<Ended> {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...environment } = process.env
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return runChild(executable, [...asRoot, fileURLToPath(project), ...words], environment)
}

process.exitCode = await start()
