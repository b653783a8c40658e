import { describe, expect, it } from 'vitest'
import { partnerCells } from '#domain/partners/cells.ts'
import { previewImport } from '#domain/partners/import-sheet.ts'
import { checkedColumn, idColumn, sheetColumns } from '#domain/partners/sheet-columns.ts'
import { readSheet, writeSheet } from '#exchange/sheets.ts'
import { aPartner, plainWords } from '../support/partners.ts'

const heading = [idColumn, ...sheetColumns.map(({ field }) => field), checkedColumn]
const look = (sheet: readonly (readonly string[])[], partners = [aPartner()]) => previewImport(sheet, partners, plainWords, [checkedColumn])
const written = (partner = aPartner()) => partnerCells(partner, '2026-09-09', plainWords)

describe('a sheet of partners', () => {
  it('that was written here and not touched changes nothing', () => {
    expect(look([heading, written()]).rows).toMatchObject([{ line: 2, state: 'same', changes: [], faults: [] }])
  })

  it('shows field by field what it would change, in words', () => {
    const row = written(aPartner({ town: 'Iași', services: ['therapy', 'school'], toAge: undefined }))
    const [first] = look([heading, row]).rows
    expect(first?.state).toBe('changed')
    expect(first?.changes).toEqual([
      { field: 'town', before: 'Bacău', after: 'Iași' },
      { field: 'services', before: 'reception, Samtalsstöd', after: 'Samtalsstöd, school' },
      { field: 'toAge', before: '17', after: '' },
    ])
  })

  it('may hold only what it says, in any order, in words as people write them', () => {
    const { rows } = look(
      [
        ['Språk?', 'land', 'Namn', 'role', 'languages', 'country'],
        ['', 'x', 'Nya Hemmet', 'care', 'Rumänska; en', 'rumanien'],
      ],
      [],
    )
    expect(rows).toMatchObject([
      { state: 'new', name: 'Nya Hemmet', details: { country: 'RO', languages: ['ro', 'en'], safeToContact: 'unknown' } },
    ])
    expect(
      look(
        [
          ['Namn', 'role', 'country', 'fax'],
          ['A', 'care', 'RO', '1'],
        ],
        [],
      ).unknown,
    ).toEqual(['fax'])
  })

  it('finds its partner by name, country and town where it has no id', () => {
    const [row] = look([
      ['Namn', 'role', 'country', 'places'],
      ['påhittade BARNSKYDDET', 'child-protection', 'RO', '4'],
    ]).rows
    expect(row).toMatchObject({ state: 'changed', id: aPartner().id })
    const twins = [aPartner({ town: 'Bacău' }, [], 1), aPartner({ town: 'Iași' }, [], 2)]
    const two = look(
      [
        ['Namn', 'role', 'country', 'town'],
        ['Påhittade barnskyddet', 'care', 'RO', ''],
        ['Påhittade barnskyddet', 'care', 'RO', 'Iasi'],
      ],
      twins,
    )
    expect(two.rows).toMatchObject([
      { state: 'refused', faults: [{ code: 'several' }] },
      { state: 'changed', id: twins[1]?.id },
    ])
  })

  it('says of a refused row which cell is wrong and why, and of a missing column that nothing can be read', () => {
    const bad = look([
      ['Namn', 'role', 'country', 'fromAge', 'toAge', 'safeguardingSeenOn', 'languages', 'latitude'],
      ['', 'care', 'RO', 'tolv', '', '1/2 2026', 'klingonska', ''],
      ['Hem', 'care', 'RO', '12', '10', '', '', ''],
      ['Hem', 'care', 'RO', '', '', '', '', '46,5'],
      ['Hem', 'care', 'RO', '99', '', '', '', ''],
      ['', '', '', '', '', '', '', ''],
    ]).rows
    expect(bad.map(({ line, faults }) => [line, faults.map(({ field, code }) => `${field} ${code}`)])).toEqual([
      [2, ['name missing', 'fromAge not-a-number', 'languages unknown-word', 'safeguardingSeenOn not-a-day']],
      [3, ['toAge contradiction']],
      [4, ['longitude malformed']],
      [5, ['fromAge malformed']],
    ])
    expect(
      look([
        ['Namn', 'country'],
        ['Hem', 'RO'],
      ]),
    ).toMatchObject({ missing: ['role'], rows: [] })
  })

  it('takes a partner once, and an id that is not here not at all', () => {
    const twice = look([heading, written(), written()])
    expect(twice.rows).toMatchObject([{ state: 'same' }, { state: 'refused', faults: [{ code: 'twice', values: { line: 2 } }] }])
    expect(look([heading, written(aPartner({}, [], 9))]).rows).toMatchObject([{ state: 'refused', faults: [{ code: 'unknown-id' }] }])
  })

  it('never holds how to reach a person who is not safe to contact, and reading it back loses nothing', () => {
    const person = aPartner({
      kind: 'person',
      safeToContact: 'unknown',
      phone: '+40 700 000 002',
      email: 'a@example.invalid',
      address: 'Strada 1',
    })
    const row = written(person)
    expect(row.join()).not.toMatch(/700|example|Strada/)
    expect(look([heading, row], [person]).rows).toMatchObject([{ state: 'same' }])
  })
})

describe('a spreadsheet file', () => {
  const sheet = {
    name: 'Partner',
    heading: ['Namn', 'Antal'],
    rows: [
      ['=SUM(A1)', 3],
      ['Ådalen; "norr"', ''],
      ['-5', 1],
    ],
  }

  it.each(['csv', 'xlsx'] as const)('of kind %s is read as it was written, and no cell becomes a formula', async (format) => {
    const bytes = await writeSheet(format, sheet)
    if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain(`'=SUM(A1)`)
    const read = await readSheet(bytes)
    expect(read).toEqual({
      ok: true,
      value: [
        ['Namn', 'Antal'],
        ['=SUM(A1)', '3'],
        ['Ådalen; "norr"', ''],
        ['-5', '1'],
      ],
    })
  })

  it('of a Western code page, with commas or tabs, is read too', async () => {
    const western = new Uint8Array(
      [...'Namn,Ort\nH']
        .map((letter) => letter.charCodeAt(0))
        .concat(
          [0xe4],
          [...'r,X\n'].map((letter) => letter.charCodeAt(0)),
        ),
    )
    expect(await readSheet(western)).toEqual({
      ok: true,
      value: [
        ['Namn', 'Ort'],
        ['Här', 'X'],
      ],
    })
  })

  it('that is none is refused: another file, a locked one, an empty one, a broken one, one too long', async () => {
    const refused = async (bytes: Uint8Array) => {
      const read = await readSheet(bytes)
      return read.ok ? 'read' : read.error
    }
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('encrypted')
    expect(await refused(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1]))).toBe('not-a-sheet')
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toBe('not-a-sheet')
    expect(await refused(new Uint8Array())).toBe('empty')
    expect(await refused(new TextEncoder().encode('a\n'.repeat(5002)))).toBe('too-many-rows')
  })
})
