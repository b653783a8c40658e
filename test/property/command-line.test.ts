import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { array, assert, asyncProperty, constantFrom, oneof, option, string, tuple } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '#shells/cli/commands.ts'
import { createDemonstration, demonstration } from '#shells/demonstration.ts'
import { runScripted } from '../support/scripted-terminal.ts'

const place = mkdtempSync(join(tmpdir(), 'hemvag-words-'))
const before = { folder: process.cwd(), state: process.env['XDG_STATE_HOME'] }
const incidents = join(place, 'state', 'hemvag', 'incidents.log')

beforeAll(async () => {
  process.env['XDG_STATE_HOME'] = join(place, 'state')
  await (await createDemonstration(join(place, 'register'), { language: 'sv' })).close()
  writeFileSync(join(place, 'passphrase'), demonstration.passphrase)
  // Words that name no folder are taken in the folder where the command runs: none of them may leave it.
  mkdirSync(join(place, 'here', 'demo-output'), { recursive: true })
  writeFileSync(join(place, 'here', 'demo-output', 'mine'), 'mine')
  process.chdir(join(place, 'here'))
})
afterAll(() => {
  process.chdir(before.folder)
  if (before.state === undefined) delete process.env['XDG_STATE_HOME']
  else process.env['XDG_STATE_HOME'] = before.state
  rmSync(place, { recursive: true, force: true })
})

const example = fileURLToPath(new URL('../../resources/examples/case-b.json', import.meta.url))
const options = [...new Set(commands.flatMap(({ needs }) => needs.flatMap((need) => need.match(/--[\w-]+/g) ?? [])))]
const known = [
  ...commands.flatMap(({ name }) => name.split(' ')),
  ...options,
  ...['--json', '--help', '-h', '--version', '--names', '--on=2026-09-30', '--', '-'],
  ...[
    'HV-2026-0001',
    'hv-2026-0002',
    'HV-2026-9999',
    '2026-09-25',
    '2026-13-01',
    'sv',
    'en',
    'IOM_FI',
    'FAMILY',
    'readiness',
    'people',
    'p-256',
  ],
  ...[example, join(place, 'register'), join(place, 'passphrase'), place, join(place, 'nowhere')],
]
const anything = string({ unit: 'grapheme', maxLength: 12 }).filter((word) => !/[/\\\0]|^\.\.$/.test(word))
const opened = ['--register', join(place, 'register'), '--passphrase-file', join(place, 'passphrase')]

/** A command with its own words and options, most of them such as it wants, and now and then some that it does not. */
const vector = constantFrom(...commands).chain(({ name, takes, needs }) => {
  const own = needs.flatMap((need) => need.match(/--[\w-]+/g) ?? []).filter((each) => !opened.includes(each))
  const value = oneof({ weight: 4, arbitrary: constantFrom(...known) }, { weight: 1, arbitrary: anything })
  const choice = (each: string) =>
    tuple(constantFrom(true, false), value).map(([taken, other]) => (taken ? [each, ...valuesFor(each, other)] : []))
  return tuple(
    constantFrom(...[name, name, name, name, name.split(' ')[0] ?? '', 'fly'].map((each) => each.split(' '))),
    array(value, { minLength: takes.length, maxLength: takes.length }),
    tuple(...own.map(choice)).map((chosen) => chosen.flat()),
    constantFrom(needs.some((need) => need.includes('--register')) ? opened : [], []),
    constantFrom([], ['--json']),
    oneof({ weight: 5, arbitrary: constantFrom<string[]>([]) }, { weight: 1, arbitrary: array(value, { maxLength: 2 }) }),
  ).map((parts) => parts.flat())
})

const fitting: Readonly<Record<string, string>> = {
  '--on': '2026-09-30',
  '--recipient': 'IOM_FI',
  '--language': 'en',
  '--out': join(place, 'nowhere'),
  '--section': 'people',
  '--mark': 'HV',
  '--key': 'p-256',
}
/** Half of the values fit their option. */
const valuesFor = (name: string, other: string): readonly string[] =>
  ['--draft', '--names'].includes(name) ? [] : [other.length % 2 === 0 ? (fitting[name] ?? other) : other]

test('whatever words it is given, hemvag ends with one of its five codes and speaks in sentences or JSON', async () => {
  const answers = option(array(constantFrom(demonstration.passphrase, '', 'no'), { maxLength: 2 }), { nil: undefined })
  await assert(
    asyncProperty(vector, constantFrom('sv', 'en'), answers, async (words, language, given) => {
      const { exit, out, err } = await runScripted(words, { language, ...(given === undefined ? {} : { answers: given }) })
      expect([0, 1, 2, 3, 64]).toContain(exit)
      expect(out + err).not.toMatch(/\bat .*:\d+:\d+|\bTypeError\b|\[object |file:\/\//)
      expect(existsSync(incidents)).toBe(false)
      // Behind a double dash everything is a word, `--json` too.
      if (words.includes('--')) return
      if (words.includes('--json')) expect(() => JSON.parse(out)).not.toThrow()
      else if (exit === 64) expect({ out, said: err !== '' }).toEqual({ out: '', said: true })
    }),
    { numRuns: 200 },
  )
})
