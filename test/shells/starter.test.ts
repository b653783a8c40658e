import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const starterFile = 'src-main/shells/cli/hemvag.cjs'

interface Starter {
  candidates(own: string | undefined, running: { version: string; path: string }): string[]
  complaint(key: string, name: string, value: string): string
}
const starter: Starter = createRequire(import.meta.url)(inProject(starterFile))

describe('which Node runs hemvag', () => {
  const own = '/project/node'
  test.each([
    ['the project’s own comes first', own, 'v24.21.0', [own, '/system/node']],
    ['the project’s own serves an old system', own, 'v20.19.0', [own]],
    ['a new system Node serves without the project’s', undefined, 'v24.0.0', ['/system/node']],
    ['a newer one as well', undefined, 'v100.1.0', ['/system/node']],
    ['an old one does not', undefined, 'v23.11.1', []],
    ['a very old one does not', undefined, 'v0.12.18', []],
  ])('%s', (_case, project, version, expected) => {
    expect(starter.candidates(project, { version, path: '/system/node' })).toEqual(expected)
  })

  test('what is missing is said in one line, in Swedish and English', () => {
    const line = starter.complaint('starterNeedsNode', 'version', 'v18.0.0')
    expect(line).toMatch(/^hemvag behöver Node 24 .*v18\.0\.0.* \/ hemvag needs Node 24 .*v18\.0\.0.*\n$/)
  })
})

describe('the starter on a machine of its own', () => {
  let folder: string
  /** A copy of the starter outside the project: no platform package can be found from there. */
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemvag-starter-'))
    mkdirSync(join(folder, 'src-main/shells/cli'), { recursive: true })
    copyFileSync(inProject(starterFile), join(folder, starterFile))
    cpSync(inProject('resources/messages'), join(folder, 'resources/messages'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const program = (source: string) => writeFileSync(join(folder, 'src-main/shells/cli/hemvag.ts'), source)
  /** Says before the starter loads that this Node is another version. */
  const asVersion = (version: string) => {
    const file = join(folder, 'version.cjs')
    writeFileSync(file, `Object.defineProperty(process, 'version', { value: '${version}' })`)
    return ['--require', file]
  }
  const run = (words: readonly string[], ...given: readonly string[]) =>
    spawnSync(process.execPath, [...words, join(folder, starterFile), ...given], { encoding: 'utf8' })

  test('on an old Node alone it says one line, exits 3 and starts nothing', () => {
    program('console.log("started")')
    const { status, stdout, stderr } = run(asVersion('v20.20.2'))
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('v20.20.2')])
  })

  test.each([['verify', 'plan.pdf', '--json'], ['demo'], ['--help']])('on an old Node alone `%s` says the same', (...words) => {
    const { status, stdout, stderr } = run(asVersion('v16.20.2'), ...words)
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 3, stdout: '', lines: 1 })
  })

  describe('before `npm start` builds anything', () => {
    const readyFile = 'src-main/shells/launch/ready.cjs'
    const ready = (...words: readonly string[]) => spawnSync(process.execPath, [...words, join(folder, readyFile)], { encoding: 'utf8' })
    beforeEach(() => {
      mkdirSync(join(folder, 'src-main/shells/launch'))
      copyFileSync(inProject(readyFile), join(folder, readyFile))
      copyFileSync(inProject('package.json'), join(folder, 'package.json'))
    })

    test('an old Node alone hears which one is needed', () => {
      const { status, stdout, stderr } = ready(...asVersion('v20.20.2'))
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('v20.20.2')])
    })

    test('whoever has not installed the packages hears of npm ci, and so does who runs the demonstration', () => {
      program('console.log("started")')
      for (const { status, stdout, stderr } of [ready(), run([], 'demo')]) {
        expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
        expect(stderr).toMatch(/^hemvag saknar paketet \S+: kör npm ci .* \/ hemvag lacks the package .*\n$/)
      }
    })

    test('with all packages it says nothing and lets the rest begin', () => {
      symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction')
      expect(ready()).toMatchObject({ status: 0, stdout: '', stderr: '' })
    })
  })

  test('words and exit code pass through', () => {
    program('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 64')
    const { status, stdout } = run([], 'case', 'show', 'HV-2026-0042', '--on', '2026-10-01 ')
    expect({ status, said: JSON.parse(stdout) }).toEqual({ status: 64, said: ['case', 'show', 'HV-2026-0042', '--on', '2026-10-01 '] })
  })

  test('a Node of the project that cannot be started is passed over, or named', () => {
    const name = `node-${process.platform}-${process.arch}`
    mkdirSync(join(folder, 'node_modules', name), { recursive: true })
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, bin: { node: 'node' } }))
    writeFileSync(join(folder, 'node_modules', name, 'node'), 'no program', { mode: 0o644 })
    program('console.log("started")')
    expect(run([])).toMatchObject({ status: 0, stdout: 'started\n' })
    expect(run(asVersion('v20.20.2'))).toMatchObject({ status: 3, stdout: '', stderr: expect.stringMatching(/: [A-Z]+ \//) })
  })

  test('a signal reaches the program, which may still tidy up', async () => {
    program(
      `process.on('SIGTERM', () => { console.log('tidied'); process.exit(7) }); console.log('ready'); setInterval(() => undefined, 1000)`,
    )
    const child = spawn(process.execPath, [join(folder, starterFile)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (text.includes('ready')) child.kill('SIGTERM')
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, said }).toEqual({ code: 7, said: 'ready\ntidied\n' })
  })
})
