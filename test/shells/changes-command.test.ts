import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const opened = ['--register', desk.at('demo', 'DEMO-register'), '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
})
afterAll(() => desk.clear())

test('a note is written from a file, stands in the history, and is undone', async () => {
  writeFileSync(desk.at('note'), 'Ringt Bacău.\n')
  const noted = await desk.hemvag(['case', 'note', 'HV-2026-0002', '--text-file', desk.at('note'), ...opened])
  expect(noted).toEqual({ exit: 0, err: '', out: 'Antecknat i ärende HV-2026-0002, version 2.\n' })
  const history = await desk.hemvag(['case', 'history', 'HV-2026-0002', '--path', '/notes', ...opened])
  expect(history.out).toMatch(/Skrev en anteckning\n.*Anteckning, text: inget → Ringt Bacău\.\n$/)
  const { value } = parsed(await desk.hemvag(['case', 'history', 'HV-2026-0002', '--json', ...opened]))
  expect(value.map(({ action }: { action: string }) => action)).toEqual(['note.added', 'case.imported'])
  const undone = await desk.hemvag(['case', 'undo', 'HV-2026-0002', ...opened])
  expect(undone.out).toBe('Ångrat: Skrev en anteckning. Ärende HV-2026-0002 är nu version 3.\n')
  expectRefusal(await desk.hemvag(['case', 'undo', 'HV-2026-0002', ...opened]), 3, /inget av dig att ångra/)
})

test('a path that is none and an empty note are refused before the register is opened', async () => {
  expectRefusal(await desk.hemvag(['case', 'history', 'HV-2026-0002', '--path', 'alias', ...opened]), 64, /ingen plats i ett ärende/)
  writeFileSync(desk.at('empty'), ' \n')
  expectRefusal(await desk.hemvag(['case', 'note', 'HV-2026-0002', '--text-file', desk.at('empty'), ...opened]), 64, /tom/)
})
