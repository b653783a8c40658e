import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIn } from '#shells/compose.ts'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const passphrase = 'en fågel i handen'
const register = ['--register', desk.at('register'), '--passphrase-file', desk.at('phrase')]
const child = ['--alias', 'K.', '--born', '2012-05-04', '--found-on', '2026-02-10', '--municipality', '1280']
const office = ['--office', 'Påhittade kommunen', '--unit', 'Barn och familj']
const year = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Stockholm' }).slice(0, 4)

beforeAll(async () => {
  writeFileSync(desk.at('phrase'), `${passphrase}\n`)
  expect((await desk.hemvag(['register', 'create', '--mark', 'VG', ...register])).exit).toBe(0)
})
afterAll(() => desk.clear())

test('the first case of a register needs its office, which later cases take over', async () => {
  expectRefusal(await desk.hemvag(['case', 'create', ...child, ...register]), 64, /--office NAME/)
  const first = await desk.hemvag(['case', 'create', ...child, ...office, ...register])
  expect(first).toEqual({ exit: 0, err: '', out: `Ärende VG-${year}-0001 är öppnat.\n` })
  const second = parsed(await desk.hemvag(['case', 'create', ...child, '--diary-number', 'Dnr 17', '--json', ...register]))
  expect(second).toEqual({ ok: true, value: { reference: `VG-${year}-0002` } })
  const { value } = parsed(await desk.hemvag(['case', 'export', `VG-${year}-0002`, '--json', ...register]))
  expect(value).toMatchObject({ diaryNumber: 'Dnr 17', office: { name: 'Påhittade kommunen' }, child: { alias: 'K.', givenName: '?' } })
})

test('the journal of a case begins with its opening', async () => {
  const { out } = await desk.hemvag(['case', 'history', `VG-${year}-0001`, ...register])
  expect(out).toMatch(/Öppnade ärendet/)
})

test.each([
  [['--born', '2999-01-01'], 3, /Födelsedagen har inte varit än/],
  [['--found-on', '2000-01-01'], 3, /Barnet kan inte ha uppmärksammats före sin födelse/],
  [['--born', 'i fjol'], 64, /i fjol/],
  [['--standing', 'sure'], 64, /--standing: sure finns inte\. Välj bland stated, verified, disputed/],
  [['--municipality', 'Malmö'], 64, /--municipality 1280/],
] as const)('a case is not opened with %o', async (words, exit, sentence) => {
  expectRefusal(await desk.hemvag(['case', 'create', ...child, ...words, ...register]), exit, sentence)
})

test('asked again after a lost answer, the register names the case that it opened and opens no second one', async () => {
  const house = await createIn({ language: 'sv', folder: desk.at('own'), mark: 'VG', passphrase })
  if (!house.ok) throw new Error(house.error.code)
  const { application, close } = house.value
  const request = {
    alias: 'K.',
    birthDate: { value: '2012-05-04', standing: 'stated' },
    foundOn: '2026-02-10',
    foundBy: 'police',
    municipality: '1280',
    office: { type: 'social-services', name: 'Påhittade kommunen', unit: 'Barn och familj' },
    operationId: '01K0000000000000000000000C',
  }
  const first = await application.answer('case.create', request)
  expect(first).toEqual({ ok: true, value: { reference: `VG-${year}-0001` } })
  expect(await application.answer('case.create', request)).toEqual(first)
  expect(await application.answer('register.info', {})).toMatchObject({ value: { cases: 1 } })
  await close()
})
