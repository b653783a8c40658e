import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'
import { verifyAlone } from '../support/journal-verifier.ts'

const desk = new Desk()
const passphrase = ['--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const opened = ['--register', desk.at('demo', 'DEMO-register'), ...passphrase]
/** The whole register as it was before the plan, its side file too: nothing inside it knows better. */
const rolledBack = ['--register', desk.at('older'), ...passphrase]
let plan = ''

beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
  cpSync(desk.at('demo', 'DEMO-register'), desk.at('older'), { recursive: true })
  mkdirSync(desk.at('plans'))
  const words = ['plan', 'export', 'HV-2026-0001', '--recipient', 'IOM_FI', '--language', 'sv', '--out', desk.at('plans'), ...opened]
  plan = parsed(await desk.hemvag([...words, '--json'])).value.file
})
afterAll(() => desk.clear())

describe('journal verify', () => {
  test('finds that the whole register was put back, by a plan that was handed out later', async () => {
    const good = await desk.hemvag(['journal', 'verify', '--known', plan, ...opened], { language: 'en' })
    expect(good).toMatchObject({
      exit: 0,
      out: expect.stringContaining('What it was compared with agrees: the register was not rolled back.'),
    })
    const alone = await desk.hemvag(['journal', 'verify', ...rolledBack])
    expect(alone.exit).toBe(0)
    const { exit, out } = await desk.hemvag(['journal', 'verify', '--known', plan, ...rolledBack])
    expect({ exit, out }).toEqual({
      exit: 2,
      out: expect.stringMatching(/Kontrollpunkt \d+, som någon utanför registret har sparat, finns inte här/),
    })
  })

  test('finds it by the manifest of a backup, by the side file and by a head on paper', async () => {
    const side = desk.at('seen-elsewhere.json')
    cpSync(desk.at('demo', 'DEMO-register', 'seen.json'), side)
    const { registerId, checkpoint } = JSON.parse(readFileSync(side, 'utf8'))
    const manifest = desk.at('manifest.json')
    writeFileSync(manifest, JSON.stringify({ format: 'some-backup', madeAt: '2026-10-01', registerId, checkpoint, files: [] }))
    for (const witness of [side, manifest, `checkpoint:${checkpoint.number}:${checkpoint.hash}`]) {
      expect((await desk.hemvag(['journal', 'verify', '--known', witness, ...opened])).exit, witness).toBe(0)
      const { value } = parsed(await desk.hemvag(['journal', 'verify', '--json', '--known', witness, ...rolledBack]))
      expect(value).toMatchObject({ intact: false, faults: [{ code: 'rolled-back', chain: null, entry: checkpoint.number }] })
    }
  })

  test('takes no word from a file that holds none, from another register, or from a plan that was changed', async () => {
    const other = desk.at('other.json')
    writeFileSync(other, JSON.stringify({ registerId: 'ANOTHER', checkpoint: { number: 1, hash: '0'.repeat(64) } }))
    expectRefusal(await desk.hemvag(['journal', 'verify', '--known', other, ...opened]), 3, /kommer från ett annat register/)
    const empty = desk.at('demo', 'DEMO-passphrase.txt')
    expectRefusal(await desk.hemvag(['journal', 'verify', '--known', empty, ...opened]), 3, /står ingen kontrollpunkt/)
    expectRefusal(await desk.hemvag(['journal', 'verify', '--known', desk.at('nowhere.json'), ...opened]), 3, /nowhere\.json/)
    const changed = readFileSync(plan)
    changed[3000] = (changed[3000] ?? 0) ^ 1
    writeFileSync(desk.at('changed.pdf'), changed)
    expectRefusal(await desk.hemvag(['journal', 'verify', '--known', desk.at('changed.pdf'), ...opened]), 3, /kan inte vittna/)
  })
})

describe('journal export', () => {
  test('gives a file that the stand-alone verifier finds whole, and notes that it did', async () => {
    const file = desk.at('journal.jsonl')
    const { exit, value } = await desk
      .hemvag(['journal', 'export', '--out', file, '--json', ...opened])
      .then((said) => ({ exit: said.exit, ...parsed(said) }))
    expect({ exit, value }).toEqual({ exit: 0, value: expect.objectContaining({ file, checkpoint: expect.any(Object) }) })
    expect(verifyAlone([file, '--key', value.signatureKey])).toMatchObject({ exit: 0, err: '' })
    expect(readFileSync(file, 'utf8')).not.toMatch(/Elena|Mihai/)
    const again = desk.at('again.jsonl')
    const said = await desk.hemvag(['journal', 'export', '--out', again, ...opened], { language: 'en' })
    expect(said).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringMatching(
        /^The journal is in .*again\.jsonl: \d+ chains, \d+ entries\.\nNewest checkpoint: checkpoint:\d+:[0-9a-f]{64}\n/,
      ),
    })
    expect(readFileSync(again, 'utf8')).toContain('"action":"journal.exported"')
  })

  test('never replaces another file, and leaves nothing where it cannot write', async () => {
    const file = desk.at('letter.txt')
    writeFileSync(file, 'Hej')
    expectRefusal(await desk.hemvag(['journal', 'export', '--out', file, ...opened]), 3, /letter\.txt/)
    expect(readFileSync(file, 'utf8')).toBe('Hej')
    expectRefusal(await desk.hemvag(['journal', 'export', '--out', join(desk.at('nowhere'), 'a.jsonl'), ...opened]), 3, /nowhere/)
    expect(existsSync(desk.at('nowhere'))).toBe(false)
    expectRefusal(await desk.hemvag(['journal', 'export', ...opened]), 64, /--out FILE/)
  })
})
