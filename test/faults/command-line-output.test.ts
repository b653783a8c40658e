import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { Desk } from '../support/command-line.ts'

const desk = new Desk()
afterAll(() => desk.clear())
const program = fileURLToPath(new URL('../../src-main/shells/cli/hemvag.ts', import.meta.url))

/** Runs the command with its results going into an open file. */
function into(descriptor: number, ...words: readonly string[]) {
  const environment = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', HOME: desk.folder, XDG_STATE_HOME: desk.at('state') }
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: environment,
    stdio: ['ignore', descriptor, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(descriptor)
  return { status, stderr }
}

describe('results that cannot be written', () => {
  test.each([[['schema', 'case']], [['schema', 'case', '--json']], [['--help']]])('%j ends with 3 and says so', (words) => {
    writeFileSync(desk.at('read-only'), '')
    const { status, stderr } = into(openSync(desk.at('read-only'), 'r'), ...words)
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/^The output was not delivered: .*\(E[A-Z]+\).*\n$/) })
  })

  test('on a full disk end with 3 and name it', () => {
    const full = existsSync('/dev/full') ? openSync('/dev/full', 'w') : openSync(program, 'r')
    const { status, stderr } = into(full, 'schema', 'case')
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/\((ENOSPC|EBADF)\)/) })
  })

  test('because the reader has read enough are no fault', () => {
    const piped = `"${process.execPath}" "${program}" schema case | "${process.execPath}" -e 0`
    expect(spawnSync(piped, { shell: true, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })
})
