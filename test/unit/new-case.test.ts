import { expect, test } from 'vitest'
import { loadCatalogue } from '#catalogue/load.ts'
import { caseFileSchema } from '#domain/case/case-file.ts'
import { impossibleDay, newCase, type Opening } from '#domain/case/new-case.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { readCaseFile, writeCaseFile } from '#exchange/case-bundle.ts'

const loaded = loadCatalogue(new URL('../../resources/catalogue/', import.meta.url))
if (!loaded.ok) throw new Error('the shipped catalogue is damaged')
const catalogue = loaded.value

const opening: Opening = {
  alias: 'K.',
  birthDate: { value: '2012-05-04', standing: 'stated' },
  foundOn: '2026-02-10',
  foundBy: 'police',
  municipality: '1280',
  office: { type: 'social-services', name: 'Påhittade kommunen', unit: 'Barn och familj' },
}
const place = { id: '01K0000000000000000000000B', reference: 'HV-2026-0007', today: '2026-02-11', at: '2026-02-11T09:00:00Z' }
const opened = newCase(opening, place)

test('a new case is a whole case file that others could read in', () => {
  expect(caseFileSchema.parse(opened)).toEqual(opened)
  expect(readCaseFile(new TextEncoder().encode(writeCaseFile(opened)), catalogue)).toEqual({ ok: true, value: opened })
})

test('a new case claims nothing that nobody has said: no safeguard is met in it', () => {
  const { gates } = assessReadiness(opened, catalogue, '2026-02-11')
  expect(gates).toHaveLength(24)
  expect(gates.filter(({ state }) => state === 'met')).toEqual([])
})

test('a case keeps the office’s own diary number only where there is one', () => {
  expect(Object.hasOwn(opened, 'diaryNumber')).toBe(false)
  expect(newCase({ ...opening, diaryNumber: 'Dnr 2026-17' }, place).diaryNumber).toBe('Dnr 2026-17')
})

test.each([
  ['2012-05-04', '2026-02-10', undefined],
  ['2026-02-11', '2026-02-11', undefined],
  ['2026-02-12', '2026-02-11', 'birth'],
  ['2012-05-04', '2012-05-03', 'found'],
  ['2012-05-04', '2026-02-12', 'found'],
] as const)('a child born %s and found %s on the day of opening: impossible is %s', (value, foundOn, expected) => {
  expect(impossibleDay({ birthDate: { value, standing: 'stated' }, foundOn }, '2026-02-11')).toBe(expected)
})
