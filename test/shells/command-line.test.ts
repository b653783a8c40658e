import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const example = (name: string) => new URL(`../../resources/examples/${name}.json`, import.meta.url).pathname
const original = (name: string) => JSON.parse(readFileSync(example(name), 'utf8'))
const opened = ['--register', desk.at('demo', 'DEMO-register'), '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const show = (reference: string, section: string, on?: string) => [
  ...['case', 'show', reference, '--section', section, ...opened],
  ...(on === undefined ? [] : ['--on', on]),
]

// The register of a demonstration costs the least to unlock; its cases come from the same files by the same way.
beforeAll(async () => {
  const { exit } = await desk.hemvag(['demo', '--out', desk.at('demo')])
  expect(exit).toBe(0)
})
afterAll(() => desk.clear())

describe('a register on the command line', () => {
  test('is made, takes a case file, says which it is, and gives the case back exactly as it came', async () => {
    const own = ['--register', desk.at('register'), '--passphrase-file', desk.at('passphrase')]
    writeFileSync(desk.at('passphrase'), 'en fågel i handen\n')
    const created = await desk.hemvag(['register', 'create', '--mark', 'VG', ...own])
    expect(created).toEqual({ exit: 0, err: '', out: `Registret är skapat i ${desk.at('register')}. Referenserna börjar med VG.\n` })
    const taken = await desk.hemvag(['case', 'import', example('case-a'), ...own])
    expect(taken).toEqual({ exit: 0, err: '', out: 'Ärende HV-2026-0001 är inläst, version 1.\n' })
    const named = await desk.hemvag(['register', 'info', ...own], { language: 'en' })
    expect(named.out).toMatch(/^Register [0-9A-Z]{26}, references VG, schema \d+, one case\.\n$/)
    const given = await desk.hemvag(['case', 'export', 'HV-2026-0001', '--json', ...own])
    expect(parsed(given)).toEqual({ ok: true, value: original('case-a') })
  })

  test('gives back a case as a file that can be taken in again, whatever the case of the letters', async () => {
    const { exit, out, err } = await desk.hemvag(['case', 'export', 'hv-2026-0002', ...opened])
    expect({ exit, err, file: JSON.parse(out) }).toEqual({ exit: 0, err: '', file: original('case-b') })
  })

  test('lists its cases, the paused one first', async () => {
    const { exit, out } = await desk.hemvag(['case', 'list', '--on', '2026-09-30', ...opened], { language: 'en' })
    expect({ exit, lines: out.trimEnd().split('\n') }).toEqual({
      exit: 0,
      lines: [
        expect.stringMatching(/^HV-2026-0002 .*1 of 24 safeguards met, PAUSED since 2026-09-21/),
        expect.stringMatching(/^HV-2026-0001 .*24 of 24/),
      ],
    })
    const { value } = parsed(await desk.hemvag(['case', 'list', '--json', '--on', '2026-09-10', ...opened]))
    expect(value.map(({ reference, met }: { reference: string; met: number }) => [reference, met])).toContainEqual(['HV-2026-0001', 15])
  })

  test('takes the same case only once', async () => {
    const again = await desk.hemvag(['case', 'import', example('case-a'), ...opened])
    expectRefusal(again, 3, /^Ärendet HV-2026-0001 finns redan i registret\. Öppna det, eller ge det nya ärendet en annan beteckning\.\n$/)
  })

  test('finds what is typed in a case, without diacritics and inside words, and names only when asked to', async () => {
    const found = await desk.hemvag(['search', 'bacau', ...opened])
    expect(found.out).toContain('HV-2026-0001\n  Mottagare av planen: DGASPC [Bacău]\n')
    const hidden = await desk.hemvag(['search', 'Provov', ...opened], { language: 'en' })
    expect(hidden).toMatchObject({ exit: 0, out: expect.stringMatching(/^No case contains “Provov”\. Names are hidden/) })
    const { value } = parsed(await desk.hemvag(['search', 'provov', '--names', '--json', ...opened]))
    expect(value).toMatchObject({ named: true, more: false, hits: [{ reference: 'HV-2026-0002' }] })
    expectRefusal(await desk.hemvag(['search', 'a', ...opened]), 64, /^Skriv minst två bokstäver/)
  })

  test('has a whole journal, in which the export of a case stands', async () => {
    const { value } = parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened]))
    expect(value).toMatchObject({ intact: true, faults: [] })
    await desk.hemvag(['case', 'export', 'HV-2026-0002', ...opened])
    const { exit, out } = await desk.hemvag(['journal', 'verify', ...opened], { language: 'en' })
    expect({ exit, out }).toEqual({ exit: 0, out: expect.stringMatching(/^The journal is whole: \d+ chains, \d+ entries\.\n$/) })
    expect(Number(/(\d+) entries/.exec(out)?.[1])).toBeGreaterThan(value.entries)
  })

  test('has no signer until one is made, and shows its certificate', async () => {
    const own = ['--register', desk.at('register'), '--passphrase-file', desk.at('passphrase')]
    expectRefusal(await desk.hemvag(['signer', 'show', ...own]), 3, /^Registret har ingen signeringsidentitet\. .*signing\.json/)
    const names = ['--name', 'DEMO Bertil', '--organisation', 'DEMO Region Norr', '--key', 'p-256']
    const made = parsed(await desk.hemvag(['signer', 'create', ...names, '--json', ...own])).value
    expect(made.subject).toMatch(/O=DEMO Region Norr.*CN=DEMO Bertil/)
    const { out } = await desk.hemvag(['signer', 'show', ...own])
    expect(out).toContain(`Fingeravtryck (SHA-256): ${made.fingerprint}\n-----BEGIN CERTIFICATE-----`)
  })
})

describe('case A', () => {
  test('on 10 September 15 of 24 safeguards are met and six hard ones stop the booking', async () => {
    const { exit, out } = await desk.hemvag(show('HV-2026-0001', 'readiness', '2026-09-10'))
    expect(exit).toBe(0)
    expect(out).toContain('2026-09-10: 15 av 24 skyddskrav uppfyllda inför avresan.\nAvresedag 2026-10-01.\n')
    expect(out).toMatch(/^nej {2}Boka resan +G11, G12, G13, G21, G22, G24$/m)
    expect(out).toMatch(/^G05 {2}Bekräftas igen/m)
  })

  test('on 30 September everything is met and the departure may be confirmed', async () => {
    const { out } = await desk.hemvag(show('HV-2026-0001', 'readiness', '2026-09-30'), { language: 'en' })
    expect(out).toContain('2026-09-30: 24 of 24 safeguards met for departure.\n')
    expect(out).toMatch(/^yes {2}Confirm the departure$/m)
    expect(out).toMatch(/^(yes|no ) {2}.*\(IOM Finland\)/m)
    expect(out).not.toContain('(iom-fi)')
    expect(out).toMatch(/^G06 .* through 2026-10-24\.$/m)
    expect(out).toMatch(/^G09 .* through 2026-10-08\.$/m)
    expect(out).toMatch(/^G11 .* through 2026-12-14\.$/m)
    expect(out).toMatch(/^G15 .* through 2026-10-06\.$/m)
  })

  test('has medium risk, no open stop and six protective factors', async () => {
    const { out } = await desk.hemvag(show('HV-2026-0001', 'risk', '2026-09-30'))
    expect(out).toContain('Riskbedömning 2026-08-25. Nivå efter åtgärder: Medel.\n6 skyddsfaktorer.\n')
    expect(out).not.toContain('STOP')
    const { value } = parsed(await desk.hemvag([...show('HV-2026-0001', 'risk', '2026-09-30'), '--json']))
    expect(value).toMatchObject({ overall: 'medium' })
  })

  test('costs 59 235,50 SEK, and the contingency is 3,49 % of the other lines', async () => {
    const swedish = (await desk.hemvag(show('HV-2026-0001', 'budget', '2026-09-30'))).out.replace(/[\u00a0\u202f]/g, ' ')
    const lines = ['2 150,00', '6 480,00', '3 900,00', '1 350,00', '23 868,00', '11 050,00', '3 937,50', '4 500,00', '2 000,00']
    const shown = [...swedish.matchAll(/^BC\d\d .* {2}([\d ]+,\d\d) SEK +[\d ]+,\d\d EUR$/gm)].map(([, amount]) => amount?.trim())
    expect(shown).toEqual(lines)
    expect(swedish).toMatch(/Summa +59 235,50 SEK +5 265,38 EUR\n/)
    expect(swedish).toContain('Oförutsett är 3,49 % av övriga rader, inom 10,00 %.')
    const english = (await desk.hemvag(show('HV-2026-0001', 'budget'), { language: 'en' })).out.replace(/\u00a0/g, ' ')
    expect(english).toMatch(/Total +SEK 59,235\.50 +EUR 5,265\.38\n/)
  })

  test('is followed up on eight days, one of them moved from a Saturday', async () => {
    const { out } = await desk.hemvag(show('HV-2026-0001', 'follow-up', '2026-09-30'))
    const days = [...out.matchAll(/^(\d{4}-\d\d-\d\d) {2}/gm)].map(([, day]) => day)
    expect(days).toEqual([
      ...['2026-10-02', '2026-10-08', '2026-10-15', '2026-11-02', '2026-12-30', '2027-03-30', '2027-06-28', '2027-10-01'],
    ])
    expect(out).toMatch(/^2026-11-02 .*flyttad från 2026-10-31$/m)
  })

  test('waited two days for a guardian; its deadlines stand with their dates', async () => {
    const { out } = await desk.hemvag(show('HV-2026-0001', 'deadlines', '2026-09-30'))
    expect(out).toMatch(/DL02 {2}Barn utan god man: 2 dagar$/m)
    expect(out).toMatch(/^2026-03-22 +avslutad +DL04/m)
    expect(out).toMatch(/^2029-03-14 +väntar +DL09/m)
    expect(out).toMatch(/^2032-03-13 +klar +DL06/m)
  })

  test('shows who must not be contacted, and names only when asked', async () => {
    const hidden = await desk.hemvag(show('HV-2026-0001', 'people'))
    expect(hidden.out).toMatch(/pappa +\(namn dolt\) +FÅR INTE KONTAKTAS$/m)
    expect(hidden.out).not.toContain('Ioana')
    const named = await desk.hemvag([...show('HV-2026-0001', 'people'), '--names'], { language: 'en' })
    expect(named.out).toMatch(/Ioana Exemplu +Bacău +may be contacted/)
  })
})

describe('case B', () => {
  test('is paused from 21 September; only G01 is met', async () => {
    const { exit, out } = await desk.hemvag(show('HV-2026-0002', 'readiness', '2026-09-25'))
    expect(exit).toBe(0)
    expect(out).toContain('1 av 24 skyddskrav uppfyllda')
    expect(out).toContain('Ärendet är PAUSAT sedan 2026-09-21. Inget kan bokas, lämnas ut eller åsidosättas.')
    expect(out).not.toMatch(/^ja/m)
    expect(out.match(/^G\d\d {2}Uppfyllt/gm)).toEqual(['G01  Uppfyllt'])
  })

  test('has critical risk and says which rule each stop follows', async () => {
    const { out } = await desk.hemvag(show('HV-2026-0002', 'risk', '2026-09-25'), { language: 'en' })
    expect(out).toContain('Level after measures: Critical.\nOne protective factor.\n')
    const rules = Object.fromEntries([...out.matchAll(/^([A-Z]{2}\d\d) .*?((?: STOP\d)+) /gm)].map(([, id, fired]) => [id, fired?.trim()]))
    expect(rules).toEqual({ RF01: 'STOP1 STOP2', RT03: 'STOP1', RT04: 'STOP3', RI01: 'STOP3', RF03: 'STOP3', RS03: 'STOP3' })
  })

  test('waited 23 days for a guardian', async () => {
    expect((await desk.hemvag(show('HV-2026-0002', 'deadlines', '2026-09-25'))).out).toMatch(/DL02 {2}Barn utan god man: 23 dagar$/m)
  })

  test.each(['budget', 'follow-up', 'people'])('has a section %s that programs can read', async (section) => {
    const said = await desk.hemvag([...show('HV-2026-0002', section), '--json'])
    expect(said.exit).toBe(0)
    expect(parsed(said)).toMatchObject({ ok: true })
  })
})

describe('without a register', () => {
  test('the schema of the case file is JSON Schema 2020-12', async () => {
    const shipped = JSON.parse(readFileSync(new URL('../../resources/schemas/case-file.schema.json', import.meta.url), 'utf8'))
    const { exit, out } = await desk.hemvag(['schema', 'case'])
    expect({ exit, schema: JSON.parse(out) }).toEqual({ exit: 0, schema: shipped })
    expect(parsed(await desk.hemvag(['schema', 'case', '--json']))).toEqual({ ok: true, value: shipped })
  })

  test('the help names every command, in both languages and for programs', async () => {
    const swedish = await desk.hemvag(['help'])
    const english = await desk.hemvag(['--help', '--json'], { language: 'en' })
    expect(parsed(english).value.help).toContain('Exit codes: 0 good')
    const commands = ['demo', 'register create', 'register info', 'signer create', 'signer show', 'case import', 'case list']
    for (const name of [...commands, 'case show', 'case export', 'plan export', 'verify', 'journal verify', 'schema case'])
      expect(swedish.out).toContain(`hemvag ${name}`)
  })

  test('the help shows what a command takes, and what is optional', async () => {
    const { out } = await desk.hemvag(['help', 'plan'], { language: 'en' })
    expect(out).toMatch(/hemvag plan export REF \(--recipient PROFILE \| --draft\) --language/)
    expect((await desk.hemvag(['verify', '--help'])).out).toMatch(/hemvag verify FILE… \[--trust PEM\]/)
  })

  test('nothing asked for is wrong use: the help is said as a complaint', async () => {
    const { exit, out, err } = await desk.hemvag([], { language: 'en' })
    expect({ exit, out }).toEqual({ exit: 64, out: '' })
    expect(err).toContain('hemvag case import FILE')
  })

  test('it says its version', async () => {
    const { out } = await desk.hemvag(['--version'])
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(out).toBe(`hemvag ${version}\n`)
  })
})
