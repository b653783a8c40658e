import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../support/ensure-tools.ts', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hemvag-tools-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a command on the only path of a machine that has nothing else; returns the file in which it notes its words. */
function command(name: string): string {
  const notes = join(folder, `${name}.notes`)
  writeFileSync(join(folder, name), `#!/bin/sh\necho "$@" >> '${notes}'\n`)
  chmodSync(join(folder, name), 0o755)
  return notes
}

const run = (environment: Record<string, string>) =>
  spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { PATH: folder, HEMVAG_BROWSER: join(folder, 'chromium'), ...environment },
  })

test('whoever wants no installation is told the one command', () => {
  const notes = command('apt-get')
  const { status, stderr } = run({ HEMVAG_INSTALL_TOOLS: 'no' })
  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^The tests need chromium, poppler-utils, qpdf, openssl.*apt-get install --no-install-recommends chromium poppler-utils/,
  )
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(existsSync(notes)).toBe(false)
})

test('on a system without apt-get the packages are named', () => {
  const { status, stderr } = run({})
  expect({ status, line: stderr.trim() }).toMatchObject({ status: 1, line: expect.stringContaining('run npm test again') })
})

test('a machine that has everything is left alone, without a word', () => {
  for (const name of ['chromium', 'pdftotext', 'pdfdetach', 'pdftoppm', 'pdfsig', 'qpdf', 'openssl', 'strace']) command(name)
  const notes = command('apt-get')
  expect(run({ HEMVAG_INSTALL_TOOLS: 'no' })).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect(existsSync(notes)).toBe(false)
})

test('root gets what is missing installed and told; anybody else the command with sudo', () => {
  for (const name of ['chromium', 'pdftotext', 'pdfdetach', 'pdftoppm', 'pdfsig', 'openssl', 'strace']) command(name)
  const notes = command('apt-get')
  const { status, stderr } = run({})
  // This apt-get installs nothing, so that qpdf is missing afterwards as well.
  expect(status).toBe(1)
  if (process.getuid?.() === 0) {
    expect(stderr).toMatch(/^The tests need qpdf: installing/)
    expect(readFileSync(notes, 'utf8')).toBe('update -q\ninstall -yq --no-install-recommends -o DPkg::Lock::Timeout=120 qpdf\n')
  } else {
    expect(stderr).toContain('sudo apt-get install --no-install-recommends qpdf')
    expect(existsSync(notes)).toBe(false)
  }
})
