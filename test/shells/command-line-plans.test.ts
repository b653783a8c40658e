import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed, type Said } from '../support/command-line.ts'
import { pageTexts } from '../support/pdf-objects.ts'

const desk = new Desk()
const inDemo = (...names: readonly string[]) => desk.at('demo', ...names)
const certificate = inDemo('DEMO-certificate.pem')
const opened = ['--register', inDemo('DEMO-register'), '--passphrase-file', inDemo('DEMO-passphrase.txt')]
const swedishPlan = inDemo('signed', 'HV-2026-0001_v2_IOM-FI_sv.pdf')
const englishPlan = inDemo('signed', 'HV-2026-0001_v2_IOM-FI_en.pdf')
const draftPlan = inDemo('draft', 'HV-2026-0002_v0.1_sv_UTKAST.pdf')

let told: Said
beforeAll(async () => {
  told = await desk.hemvag(['demo', '--out', inDemo()])
})
afterAll(() => desk.clear())

describe('the demonstration', () => {
  test('tells what it did, in order', () => {
    expect({ exit: told.exit, err: told.err }).toEqual({ exit: 0, err: '' })
    expect(told.out).toMatch(/^DEMO\..*Lösenfras: DEMO DEMO DEMO\n/)
    expect(told.out).toContain('HV-2026-0001: 24 av 24 skyddskrav uppfyllda. Avresan får bekräftas.')
    expect(told.out).toContain('HV-2026-0002: 1 av 24 skyddskrav uppfyllda. Pausat sedan 2026-09-21.')
    expect(told.out.match(/: Filen är oförändrad sedan underskriften\./g)).toHaveLength(2)
    expect(told.out).toMatch(/tampered.*: Lita inte på den här filen\./)
    expect(told.out).toMatch(/HV-2026-0002 som färdig plan avvisas:\n.*\n +Ärendet är pausat\.\n/)
  })

  test('left everything where it says', () => {
    const named = [...told.out.matchAll(new RegExp(`${inDemo()}[^\\s:]*`, 'g'))].map(([file]) => file.replace(/[.,]$/, ''))
    expect(new Set(named)).toEqual(new Set([...named].filter((file) => existsSync(file))))
    for (const place of [inDemo('DEMO-register'), swedishPlan, englishPlan, draftPlan, certificate]) expect(named).toContain(place)
    expect(readdirSync(inDemo()).toSorted()).toEqual(
      ['DEMO-certificate.pem', 'DEMO-passphrase.txt', 'DEMO-register', 'DEMO.txt', 'draft', 'signed', 'tampered'].toSorted(),
    )
  })

  test('the tampered copy differs from the signed plan in one bit of one byte', () => {
    const signed = readFileSync(swedishPlan)
    const tampered = readFileSync(inDemo('tampered', basename(swedishPlan)))
    const changed = [...signed.keys()].filter((at) => signed[at] !== tampered[at])
    expect({ length: tampered.length, changed: changed.length }).toEqual({ length: signed.length, changed: 1 })
  })

  test('everything carries DEMO: register, certificate, passphrase, and each page', async () => {
    expect(parsed(await desk.hemvag(['register', 'info', '--json', ...opened])).value.demonstration).toBe(true)
    expect(parsed(await desk.hemvag(['signer', 'show', '--json', ...opened])).value.subject).toMatch(/O=DEMO .*CN=DEMO /)
    for (const file of [swedishPlan, englishPlan, draftPlan]) {
      const pages = pageTexts(readFileSync(file))
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages) expect(page).toMatch(/^DEMO · Version/m)
    }
    for (const page of pageTexts(readFileSync(draftPlan))) expect(page).toContain('UTKAST')
  })

  test('can be made again where one lies; what somebody has put beside it stays', async () => {
    writeFileSync(inDemo('notes.txt'), 'my own')
    const again = await desk.hemvag(['demo', '--json', '--out', inDemo()], { language: 'en' })
    expect(again.exit).toBe(0)
    const { value } = parsed(again)
    expect(value.signed.map(({ verdict }: { verdict: { verdict: string } }) => verdict.verdict)).toEqual([
      'intact-trusted',
      'intact-trusted',
    ])
    expect(value.tampered.verdict).toBe('do-not-trust')
    expect(value.refused.remains.obstacles).toContain('paused')
    expect(readFileSync(inDemo('notes.txt'), 'utf8')).toBe('my own')
  })

  test('removes nothing of somebody else: a file put among the signed plans is named, and all stays', async () => {
    const before = readdirSync(inDemo(), { recursive: true }).length
    for (const place of ['signed', 'DEMO-register', 'draft']) {
      writeFileSync(inDemo(place, 'letter.pdf'), 'my own')
      const refused = await desk.hemvag(['demo', '--out', inDemo()], { language: 'en' })
      expectRefusal(refused, 3, `${inDemo(place, 'letter.pdf')} is not part of the demonstration`)
      expect(readdirSync(inDemo(), { recursive: true })).toHaveLength(before + 1)
      rmSync(inDemo(place, 'letter.pdf'))
    }
  })

  test('is not begun over one that another user made: nothing goes, and the sentence stays true the second time', async () => {
    if (process.getuid?.() !== 0) chmodSync(inDemo('signed'), 0o555)
    chmodSync(desk.folder, 0o755)
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
    const before = readdirSync(inDemo(), { recursive: true }).toSorted()
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const refused = await desk.hemvag(['demo', '--out', inDemo()], { language: 'en', ...(user === undefined ? {} : { user }) })
      expectRefusal(refused, 3, /cannot be replaced: you may not write in .*Nothing was touched\. Remove /)
      expect(readdirSync(inDemo(), { recursive: true }).toSorted()).toEqual(before)
    }
    chmodSync(inDemo('signed'), 0o755)
  })

  test('does not touch a folder that holds something else', async () => {
    mkdirSync(desk.at('photos'))
    writeFileSync(desk.at('photos', 'one.jpg'), 'picture')
    const refused = await desk.hemvag(['demo', '--out', desk.at('photos')])
    expectRefusal(refused, 3, `Mappen ${desk.at('photos')} innehåller annat än en demonstration`)
    expect(readdirSync(desk.at('photos'))).toEqual(['one.jpg'])
  })
})

describe('plan export', () => {
  const ask = (language: string, out: string, reference = 'HV-2026-0001') => [
    ...['plan', 'export', reference, '--recipient', 'FAMILY', '--language', language, '--out', out, ...opened],
  ]

  test('leaves a signed plan where it was asked to, and the same again is refused', async () => {
    mkdirSync(desk.at('out'))
    const said = await desk.hemvag(ask('en', desk.at('out')), { language: 'en' })
    expect({ exit: said.exit, err: said.err }).toEqual({ exit: 0, err: '' })
    const [name = ''] = readdirSync(desk.at('out'))
    expect(name).toMatch(/^HV-2026-0001_v\d+_FAMILY_en\.pdf$/)
    expect(said.out).toMatch(/: \d+ pages, check code [0-9A-F]{4} [0-9A-F]{4}\n.*: The file is unchanged since it was signed\.\n/)
    const bytes = readFileSync(desk.at('out', name))
    const again = await desk.hemvag(ask('en', desk.at('out')), { language: 'en' })
    expectRefusal(again, 3, /The file .*_FAMILY_en\.pdf already exists and is not replaced\. Move it or choose another folder\./)
    expect(readdirSync(desk.at('out'))).toEqual([name])
    expect(readFileSync(desk.at('out', name)).equals(bytes)).toBe(true)
  })

  test('of a paused case names what remains; nothing appears', async () => {
    mkdirSync(desk.at('nothing'))
    const words = ['plan', 'export', 'HV-2026-0002', '--recipient', 'IOM_FI', '--language', 'sv', '--out', desk.at('nothing'), ...opened]
    const refused = await desk.hemvag(words)
    expectRefusal(refused, 3, /^Planen för HV-2026-0002 kan inte lämnas ut som färdig\. Det här återstår:\n {2}Ärendet är pausat\.\n/)
    expect(readdirSync(desk.at('nothing'))).toEqual([])
  })

  test('of a draft needs no recipient and marks every page', async () => {
    mkdirSync(desk.at('drafts'))
    const words = ['plan', 'export', 'HV-2026-0002', '--draft', '--language', 'en', '--out', desk.at('drafts'), '--json', ...opened]
    const { value } = parsed(await desk.hemvag(words))
    expect(value).toMatchObject({ checkCode: null, verdict: null })
    for (const page of pageTexts(readFileSync(value.file))) expect(page).toContain('DRAFT')
  })

  test('that cannot be set or must not be says why, where, and what to do; nothing appears', async () => {
    mkdirSync(desk.at('unset'))
    const asked = async (number: number, goal: string) => {
      const file = desk.at(`case-${number}.json`)
      writeFileSync(file, JSON.stringify(aCaseLikeA(number, goal)))
      await desk.hemvag(['case', 'import', file, ...opened])
      const words = ['plan', 'export', `HV-2026-000${number}`, '--recipient', 'IOM_FI', '--language', 'sv', '--out', desk.at('unset')]
      return desk.hemvag([...words, ...opened])
    }
    expectRefusal(
      await asked(3, 'Må bättre 漢'),
      3,
      /dessa tecken finns inte i planens typsnitt: 漢 U\+6F22 \(Må bättre 漢\)\. Skriv dem på ett annat sätt/,
    )
    expectRefusal(await asked(4, 'Må bättre än pappa'), 3, /nämner någon som inte får nämnas i planen\..*reintegration\.\S*goal/)
    expect(readdirSync(desk.at('unset'))).toEqual([])
  })

  test('to a missing folder, or to somebody who is no recipient, says which there are', async () => {
    expectRefusal(await desk.hemvag(ask('sv', desk.at('no-such-folder'))), 3, `Mappen ${desk.at('no-such-folder')} finns inte. Skapa den`)
    const stranger = ['plan', 'export', 'HV-2026-0001', '--recipient', 'UNHCR', '--language', 'sv', '--out', desk.at('out'), ...opened]
    expectRefusal(await desk.hemvag(stranger), 3, /Mottagaren UNHCR finns inte i ärendet\. Det finns: IOM_FI, /)
  })
})

describe('verify', () => {
  const trusted = ['--trust', certificate]

  test('a signed plan is intact and its signer trusted: 0', async () => {
    const said = await desk.hemvag(['verify', swedishPlan, englishPlan, ...trusted], { language: 'en' })
    expect({ exit: said.exit, err: said.err }).toEqual({ exit: 0, err: '' })
    expect(said.out.match(/: The file is unchanged since it was signed\.$/gm)).toHaveLength(2)
    expect(said.out).toMatch(/Signed 2026-09-30 08:00 UTC by DEMO Anna Testberg, DEMO Region Syd\. Fingerprint [0-9a-f]{64}\n/)
  })

  test('a second signer is refused, so that what the first has signed stays known: 3', async () => {
    const second = await desk.hemvag(['signer', 'create', '--name', 'Annan Person', '--organisation', 'Annat kontor', ...opened])
    expect(second.exit).toBe(3)
    expect(second.err).toContain('redan en signeringsidentitet')
  })

  test('the register trusts its own signer: 0', async () => {
    const said = await desk.hemvag(['verify', swedishPlan, '--json', ...opened])
    expect({ exit: said.exit, ok: parsed(said).ok, verdicts: verdicts(said) }).toEqual({ exit: 0, ok: true, verdicts: ['intact-trusted'] })
  })

  test('without anybody to trust the signer is unknown: 1, and says what to compare', async () => {
    const said = await desk.hemvag(['verify', swedishPlan])
    expect(said).toEqual({ exit: 1, err: '', out: expect.stringContaining('Filen är oförändrad men undertecknaren är okänd.') })
    expect(said.out.match(/Jämför certifikatets fingeravtryck/g)).toHaveLength(1)
  })

  test('one flipped byte, junk, an unsigned draft and an empty file are not trusted: 2', async () => {
    writeFileSync(desk.at('junk.pdf'), 'this is no PDF')
    writeFileSync(desk.at('empty.pdf'), '')
    copyFileSync(draftPlan, desk.at('draft.pdf'))
    const files = [inDemo('tampered', basename(swedishPlan)), desk.at('junk.pdf'), desk.at('draft.pdf'), desk.at('empty.pdf')]
    const all = await desk.hemvag(['verify', ...files, '--json', ...trusted])
    expect(all.exit).toBe(2)
    expect(verdicts(all)).toEqual(['do-not-trust', 'cannot-verify', 'cannot-verify', 'cannot-verify'])
    expect(parsed(all).ok).toBe(false)
    const tampered = await desk.hemvag(['verify', files[0] ?? '', ...trusted])
    expect({ exit: tampered.exit, err: tampered.err }).toEqual({ exit: 2, err: '' })
    expect(tampered.out).toMatch(/Uppger sig vara undertecknad .*\n +Innehållet är ändrat.*\n +Använd inte filen\. Ring avsändaren/)
  })

  test('a missing file and a folder cannot be read: 3; the others are still judged', async () => {
    const mixed = await desk.hemvag(['verify', desk.at('missing.pdf'), swedishPlan, desk.folder, ...trusted])
    expect(mixed.exit).toBe(3)
    expect(mixed.err).toBe(
      `Filen ${desk.at('missing.pdf')} finns inte. Kontrollera sökvägen.\n${desk.folder} är en mapp. Ange en fil i den.\n`,
    )
    expect(mixed.out).toContain('Filen är oförändrad sedan underskriften.')
    const missing = await desk.hemvag(['verify', desk.at('missing.pdf'), '--json'], { language: 'en' })
    expect({ exit: missing.exit, ...parsed(missing) }).toMatchObject({
      exit: 3,
      ok: false,
      value: [{ error: { code: 'file-missing', message: `The file ${desk.at('missing.pdf')} does not exist. Check the path.` } }],
    })
  })

  test('a certificate to trust must be one', async () => {
    expectRefusal(await desk.hemvag(['verify', swedishPlan, '--trust', inDemo('DEMO.txt')]), 3, /inget läsbart certifikat/)
  })
})

const verdicts = (said: Said): readonly string[] => parsed(said).value.map(({ verdict }: { verdict: string }) => verdict)

/** Case A under another reference, with a health goal of its own. */
function aCaseLikeA(number: number, goal: string): unknown {
  const file = JSON.parse(readFileSync(new URL('../../resources/examples/case-a.json', import.meta.url), 'utf8'))
  const goals = file.reintegration.goals.map((each: { area: string }) => (each.area === 'health' ? { ...each, goal } : each))
  return {
    ...file,
    id: file.id.replace(/1$/, String(number)),
    reference: `HV-2026-000${number}`,
    reintegration: { ...file.reintegration, goals },
  }
}
