import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { plant, plantedPassphrase, plantedWords, type Search, searchForWords } from './planted.ts'

export type LeakToll = {
  /** With the window crashed and its profile still there; and after its program was killed. */
  readonly whileOpen: Search
  readonly afterwards: Search
  /** What the same search finds where the words do stand: the user's own folder. Nothing here would mean that it finds nothing anywhere. */
  readonly control: Search
  /** Dumps of a program's memory, by name: they hold the planted words or not by chance of where the memory was read, so none may be there. */
  readonly dumps: readonly string[]
}

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const hemvag = place('../../src-main/shells/cli/hemvag.ts')
const windowChild = place('./leak-window-child.ts')
const exampleCase = place('../../resources/examples/case-a.json')

/** Everything that a program may write lies inside one folder; `pointed` is where the user points. */
function sandbox(base: string) {
  const at = (name: string) => join(base, name)
  for (const name of ['home', 'temporary', 'config', 'cache', 'data', 'state', 'run', 'pointed', 'backups'])
    mkdirSync(at(name), { mode: 0o700 })
  const own = { HOME: at('home'), TMPDIR: at('temporary'), TMP: at('temporary'), TEMP: at('temporary'), XDG_RUNTIME_DIR: at('run') }
  const xdg = { XDG_CONFIG_HOME: at('config'), XDG_CACHE_HOME: at('cache'), XDG_DATA_HOME: at('data'), XDG_STATE_HOME: at('state') }
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'sv_SE.UTF-8', NODE_COMPILE_CACHE: place('../../out/compiled'), ...own, ...xdg }
  // Backups leave the house: what lies at their place, and what is restored from it, is searched like the register.
  return { register: at('register'), pointed: at('pointed'), backups: at('backups'), restored: at('restored'), env }
}

type Sandbox = ReturnType<typeof sandbox>

async function command(words: readonly string[], { env, pointed }: Sandbox): Promise<void> {
  const child = spawn(process.execPath, [hemvag, ...words], { env, cwd: pointed, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.resume()
  let complaint = ''
  child.stderr.on('data', (part) => {
    complaint += part
  })
  const [exit] = await once(child, 'close')
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${complaint}`)
}

/** A paper and a note of the kind that people receive: their words stand in a file's name, in a file's text and in a note. */
function writePapers(pointed: string): { readonly paper: string; readonly note: string } {
  const [paper, note] = [join(pointed, `Intyg ${plantedWords[0]} ${plantedWords[1]}.txt`), join(pointed, 'note.txt')]
  const text = plantedWords.map((word) => `${word} bodde hos ${word}.`).join('\n')
  // More than one part of a content.
  writeFileSync(paper, `${text}\n`.repeat(1000))
  writeFileSync(note, text)
  return { paper, note }
}

async function walkCommands(box: Sandbox): Promise<void> {
  const [passphrase, file] = [join(box.pointed, 'passphrase.txt'), join(box.pointed, 'case.json')]
  writeFileSync(passphrase, `${plantedPassphrase}\n`)
  writeFileSync(file, JSON.stringify(plant(JSON.parse(readFileSync(exampleCase, 'utf8')))))
  const { paper, note } = writePapers(box.pointed)
  const unlocking = ['--passphrase-file', passphrase]
  const own = ['--register', box.register, ...unlocking]
  const reference = 'HV-2026-0001'
  await command(['register', 'create', '--mark', 'HV', ...own], box)
  await command(['register', 'recovery-key', '--print', join(box.pointed, 'nyckel.html'), ...own], box)
  await command(['case', 'import', file, ...own], box)
  for (const words of [
    ['case', 'show', reference, '--section', 'people', '--names'],
    ['case', 'export', reference],
    ['attachment', 'add', reference, paper, '--type', 'DOC_HEALTH', '--issuer', plantedWords[2] ?? '', '--title', plantedWords[3] ?? ''],
    ['attachment', 'list', reference, '--names'],
    ['case', 'note', reference, '--text-file', note],
    ['case', 'history', reference, '--names'],
    ['search', 'ullvid', '--names'],
    ['plan', 'export', reference, '--draft', '--language', 'en', '--out', box.pointed],
    ['person', 'record', reference, '--person', 'child', '--purpose', 'Artikel 15', '--language', 'sv', '--out', box.pointed],
    ['journal', 'export', '--out', join(box.register, '..', 'home', 'journal.jsonl')],
    ['backup', 'create', '--place', box.backups],
  ])
    await command([...words, ...own], box)
  await command(['backup', 'restore', '--from', box.backups, '--into', box.restored, ...unlocking], box)
  await command(['search', 'ullvid', '--names', '--register', box.restored, ...unlocking], box)
  await command(['backup', 'create', ...own], box)
}

/** Walks through the window until it crashes; gives the program, still there. */
async function walkWindow({ env, register, pointed }: Sandbox) {
  const child = spawn(process.execPath, [windowChild, register, pointed], { env, cwd: pointed, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (part) => {
    complaint += part
  })
  const said = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('close', () => resolve(''))
  })
  if (!said.startsWith('crashed {"ok":true')) throw new Error(`the walk through the window ended: ${said} ${complaint}`)
  return child
}

/**
 * Walks once through command line and window with a case whose names, notes and addresses hold the planted words, crashes the window with
 * the names on the screen, kills the program, and searches every file that any of it wrote, but for those where the user pointed.
 */
export async function walkAndSearch(): Promise<LeakToll> {
  const base = mkdtempSync(join(tmpdir(), 'hemvag-leak-'))
  try {
    const box = sandbox(base)
    await walkCommands(box)
    const child = await walkWindow(box)
    const whileOpen = searchForWords(base, [box.pointed])
    child.kill('SIGKILL')
    await once(child, 'close')
    const dumps = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((path) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(path))
    return { whileOpen, afterwards: searchForWords(base, [box.pointed]), control: searchForWords(box.pointed), dumps }
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
