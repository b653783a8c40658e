import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const opened = ['--register', desk.at('demo', 'DEMO-register'), '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const hemvag = (...words: readonly string[]) => desk.hemvag([...words, ...opened])
const json = async (...words: readonly string[]) => parsed(await hemvag(...words, '--json')).value
const file = (name: string, content: string) => {
  writeFileSync(desk.at(name), content)
  return desk.at(name)
}
const home = {
  name: 'Provhemmet',
  role: 'care',
  country: 'RO',
  town: 'Bacău',
  services: ['therapy'],
  languages: ['ro'],
  receives: ['girl'],
  fromAge: 12,
  toAge: 17,
  phone: '+40 700 000 009',
}
beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
})
afterAll(() => desk.clear())

test('a partner is added, cannot be chosen before it is checked, and is found with its reasons', async () => {
  const { id } = await json('partner', 'add', '--from', file('home.json', JSON.stringify(home)))
  expect((await hemvag('partner', 'show', id)).out).toMatch(/^Provhemmet, Bacău, Rumänien\nAldrig kontrollerad\nVäljs inte i nya planer/)
  const wish = [
    'partner',
    'find',
    '--sex',
    'girl',
    '--age',
    '15',
    '--country',
    'ro',
    '--town',
    'bacau',
    '--language',
    'ro',
    '--service',
    'therapy',
  ]
  const mine = (found: readonly { readonly partner: { readonly id: string }; readonly verdict: string }[]) =>
    found.find(({ partner }) => partner.id === id)
  expect(mine(await json(...wish))).toMatchObject({ verdict: 'no' })
  const checked = await hemvag('partner', 'verify', id, '--how', 'phone', '--note', 'växeln')
  expect(checked).toEqual({ exit: 0, err: '', out: `Kontrollen av ${id} är antecknad. Läget är nu: Aktuell.\n` })
  expect(mine(await json(...wish))).toMatchObject({ verdict: 'perhaps' })
  const more = file('more.json', JSON.stringify({ independentOfFamily: 'yes', safeguarding: 'yes' }))
  expect((await hemvag('partner', 'change', id, '--from', more)).out).toMatch(/ändrad, version 3/)
  expect(mine(await json(...wish))).toMatchObject({ verdict: 'yes' })
  expect((await hemvag(...wish)).out).toMatch(
    /Kan ta emot: Provhemmet, Bacău, Rumänien\n {2}Verkar på orten\n {2}Tar emot en flicka\n {2}Tar emot barn som är 15 år\n/,
  )
})

test('names and numbers are shown only when asked for, and that stands in the journal', async () => {
  const { partners } = await json('partner', 'list')
  const { id } = partners.find(({ name }: { readonly name: string }) => name === 'Provhemmet')
  expect((await hemvag('partner', 'show', id)).out).not.toContain('700 000 009')
  expect((await hemvag('partner', 'show', id, '--names')).out).toContain('+40 700 000 009')
  expect(await json('partner', 'show', id)).toMatchObject({ kept: ['phone'], checks: [{ how: 'phone', note: 'växeln' }] })
})

test.each(['csv', 'xlsx'])(
  'a %s file written here is read back without a difference, and a changed one writes only with --yes',
  async (ending) => {
    const out = desk.at(`partner.${ending}`)
    expect((await hemvag('partner', 'export', '--out', out)).exit).toBe(0)
    const { rows } = await json('partner', 'import', out)
    expect(new Set(rows.map(({ state }: { readonly state: string }) => state))).toEqual(new Set(['same']))
    if (ending === 'xlsx') return
    const before = await json('partner', 'list')
    writeFileSync(
      out,
      `${readFileSync(out, 'utf8').replace('Provhemmet', 'Provhuset')};;;;\r\n;Organisation;Nya hemmet;Boende och omsorg;Bulgarien\r\n;;Utan roll;;RO\r\n`,
    )
    const looked = await hemvag('partner', 'import', out)
    expect(looked).toMatchObject({ exit: 3, err: '' })
    expect(looked.out).toMatch(/1 ny, 1 ändrad, \d+ lika, 1 avvisad\n/)
    expect(looked.out).toMatch(/Namn: Provhemmet → Provhuset\n/)
    expect(looked.out).toMatch(/avvisad: Utan roll\n {4}Roll saknas\. Fyll i den\.\nInget är inläst\./)
    expect(await json('partner', 'list')).toEqual(before)
    expect((await hemvag('partner', 'import', out, '--yes')).out).toMatch(/Inläst: 1 ny, 1 ändrad\. 1 rad avvisades\.\n$/)
    const names = (await json('partner', 'list')).partners.map(({ name }: { readonly name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['Provhuset', 'Nya hemmet']))
  },
)

test('advice is asked, answered and counted, and the figures leave as a file', async () => {
  const question = file('question.txt', 'Hur ansöker man till programmet?')
  const asked = ['--asker', 'municipality', '--organisation', 'Påhittade kommun', '--topic', 'funding', '--topic', 'secrecy']
  const before = await json('advice', 'year')
  const { id } = await json('advice', 'add', ...asked, '--text-file', question)
  expect((await hemvag('advice', 'list')).out).toMatch(
    /Påhittade kommun +Pengar och programmet, Sekretess och överföring av uppgifter +väntar på svar/,
  )
  expect((await hemvag('advice', 'answer', id, '--text-file', file('answer.txt', 'Genom IOM.'))).out).toBe(
    `Svaret på ${id} är antecknat.\n`,
  )
  const after = await json('advice', 'year')
  expect([after.asked, after.answered]).toEqual([before.asked + 1, before.answered + 1])
  const out = desk.at('year.csv')
  expect((await hemvag('advice', 'year', '--out', out)).exit).toBe(0)
  const csv = readFileSync(out, 'utf8')
  expect(csv).toContain('Ämne;Pengar och programmet;')
  expect(csv).not.toContain('Påhittade')
})

test('what is wrong is refused in words', async () => {
  expectRefusal(await hemvag('partner', 'find', '--sex', 'flicka'), 64, /--sex: flicka finns inte\. Välj bland girl, boy, other/)
  expectRefusal(await hemvag('partner', 'find', '--age', 'femton'), 64, /femton är inget tal/)
  expectRefusal(await hemvag('partner', 'show', '01PARTNER00000000000000000'), 3, /ingen partner med id/)
  expectRefusal(await hemvag('partner', 'import', file('plan.pdf', '%PDF-\0')), 3, /varken en CSV-fil eller en XLSX-fil/)
  expectRefusal(
    await hemvag('partner', 'add', '--from', file('bad.json', JSON.stringify({ ...home, services: ['magic'] }))),
    3,
    /magic finns inte i katalogen/,
  )
  expectRefusal(await hemvag('partner', 'add', '--from', file('worse.json', '{"name":"A"}')), 3, /role/)
  expectRefusal(
    await hemvag('advice', 'add', '--asker', 'municipality', '--organisation', 'A', '--topic', 'magi'),
    3,
    /magi finns inte i katalogen/,
  )
  expectRefusal(
    await hemvag('advice', 'add', '--asker', 'municipality', '--organisation', 'A', '--topic', 'other', '--on', '2031-01-01'),
    3,
    /har inte varit än/,
  )
})
