import { describe, expect, test } from 'vitest'
import { organisationBox, organisationField, partnerBox } from '#documents/plan/signatures.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { canonicalJson } from '#domain/plan/check-code.ts'
import { attachedData } from '#domain/plan/plan-model.ts'
import { caseA, copy } from '../support/examples.ts'
import { accessibilityFaults } from '../support/pdf-accessibility.ts'
import { attachmentOf, pageTexts, runOnPdf, textOf } from '../support/pdf-objects.ts'
import { draftFor, type Language, planFor, setCopy, setWorkingCopy } from '../support/plan-samples.ts'

const languages = ['sv', 'en'] as const
const spaced = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-').replaceAll(/\s+/g, ' ')
const flat = async (profile: 'IOM_FI' | 'FAMILY', language: Language, caseFile?: CaseFile) =>
  spaced(textOf((await setCopy(profile, language, caseFile)).bytes))

/** Left and top of a word on the page where the boxes stand, in points from the top left. */
const wordsOf = (bytes: Uint8Array, page: number) =>
  [
    ...runOnPdf(bytes, 'pdftotext', '-bbox', '-f', String(page), '-l', String(page), '{file}', '-')
      .toString('utf8')
      .matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g),
  ].map(([, left, top, word]) => ({ left: Number(left), top: Number(top), word }))

describe.each(languages)('the plan of case A for IOM Finland, in %s', (language) => {
  test('has eight pages and names neither child nor place in its file name', async () => {
    const { pages, fileName } = await setCopy('IOM_FI', language)
    expect(pages).toBe(8)
    expect(fileName).toBe(`HV-2026-0001_v2_IOM-FI_${language}.pdf`)
  })

  test('names its recipient, its version and its check code on every page, and no draft word', async () => {
    const { bytes, checkCode } = await setCopy('IOM_FI', language)
    for (const page of pageTexts(bytes).map(spaced)) {
      expect(page).toContain(language === 'sv' ? 'Exemplar för IOM Finland' : 'Copy for IOM Finland')
      expect(page).toContain('Version 2')
      expect(page).toContain(checkCode)
      expect(page).not.toMatch(/UTKAST|DRAFT/)
    }
  })

  test('prints totals that are the sums of the lines it prints', async () => {
    const text = await flat('IOM_FI', language)
    const model = planFor('IOM_FI')
    const sums = (model.budget?.lines ?? []).reduce(
      (total, line) => ({ sek: total.sek + (line.sek ?? 0), eur: total.eur + (line.eur ?? 0) }),
      {
        sek: 0,
        eur: 0,
      },
    )
    expect(sums).toEqual({ sek: 5_923_550, eur: 526_538 })
    expect(text).toContain(language === 'sv' ? '59 235,50' : '59,235.50')
    expect(text).toContain(language === 'sv' ? '5 265,38' : '5,265.38')
    expect(text).toContain(language === 'sv' ? '3,49 %' : '3.49%')
  })

  test('refers to its own sections', async () => {
    expect(await flat('IOM_FI', language)).toMatch(
      language === 'sv'
        ? /Se till att IOM Rumänien genomför uppföljningarna i avsnitt 9 och larmar enligt avsnitt 10/
        : /IOM Romania carries out the follow-ups in section 9 and raises alarms as in section 10/,
    )
  })

  test('lists the declaration by its own day and when it was confirmed, as what child and guardian signed', async () => {
    const text = await flat('IOM_FI', language)
    expect(text).toContain(language === 'sv' ? 'bekräftad igen 2026-09-28' : 'confirmed again 28 Sep 2026')
    expect(planFor('IOM_FI').evidence.find(({ type }) => type === 'DOC_VOLDECL')).toMatchObject({ issuedOn: '2026-08-20' })
    expect(text).not.toMatch(/godkänt planen|approved the plan/)
  })

  test('names offices and places in lower case inside sentences', async () => {
    const text = await flat('IOM_FI', language)
    expect(text).toContain(
      language === 'sv' ? 'och handläggare, DGASPC Bacău, flygplatsen i Bukarest' : 'and case officer, DGASPC Bacău, Otopeni airport',
    )
  })

  test('fills each page for at least a third', async () => {
    const { bytes, pages } = await setCopy('IOM_FI', language)
    for (let page = 1; page <= pages; page++) {
      const lowest = Math.max(...wordsOf(bytes, page).map(({ top }) => (top < 780 ? top : 0)))
      expect(lowest, `page ${page}`).toBeGreaterThan(842 / 3)
    }
  })

  test('is tagged without faults and equal to the byte when it is set twice', async () => {
    const [first, second] = [await setCopy('IOM_FI', language), await setCopy('IOM_FI', language)]
    expect(accessibilityFaults(first.bytes)).toEqual([])
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
  })

  test('attaches exactly the plan model that was cut for it', async () => {
    const { bytes } = await setCopy('IOM_FI', language)
    expect(JSON.parse(attachmentOf(bytes, 1).toString('utf8'))).toEqual(JSON.parse(canonicalJson(attachedData(planFor('IOM_FI')))))
  })
})

describe.each(languages)('the copy for the receiving family, in %s', (language) => {
  test('has five pages, names its reader by role and attaches nothing', async () => {
    const { bytes, pages } = await setCopy('FAMILY', language)
    expect(pages).toBe(5)
    for (const page of pageTexts(bytes).map(spaced))
      expect(page).toContain(language === 'sv' ? 'Exemplar för mottagande familj' : 'Copy for the receiving family')
    expect(runOnPdf(bytes, 'pdfdetach', '-list', '{file}').toString()).toMatch(/^0 embedded files/)
  })

  test('tells the right to withdraw and what the child wants, and nothing that the reader knows or need not know', async () => {
    const text = await flat('FAMILY', language)
    const said =
      language === 'sv'
        ? ['Återvändandet är frivilligt', 'hålla kontakt med en vän', 'Någon kräver pengar', 'förklaring om frivilligt återvändande']
        : ['Return is voluntary', 'stay in touch with a friend', 'Somebody demands money', 'declaration of voluntary return']
    for (const each of said) expect(text).toContain(each)
    expect(text).not.toMatch(/Skuldkrav|tvång|Debt|coercion|Adressen är skyddad|address is protected|godkänt planen|approved the plan/)
    expect(planFor('FAMILY').signatures?.approvals.map(({ who }) => who)).toEqual(['child', 'recipient'])
  })

  test('shows neither budget nor risk: no code, no amount, no level', async () => {
    const text = await flat('FAMILY', language)
    expect(text).not.toMatch(/BC\d\d|R[IFCTS]\d\d|(?<!\p{L})(?:SEK|EUR|kr)(?!\p{L})|\d[,.]\d\d(?!\d)/u)
    const levels = language === 'sv' ? ['låg', 'medel', 'hög', 'kritisk'] : ['low', 'medium', 'high', 'critical']
    for (const level of levels) expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${level}(?!\\p{L})`, 'iu'))
  })
})

describe('what no copy of case A says', () => {
  const father = caseA.people.find((person) => person.relation?.kinship === 'father')
  const withheld = [caseA.child.givenName, caseA.child.familyName, father?.name ?? '–', father?.phone ?? '–'].filter((word) => word !== '–')
  test.each(languages.flatMap((language) => (['IOM_FI', 'FAMILY'] as const).map((profile) => [profile, language] as const)))(
    '%s in %s: no exploitation, no father, no informant, not the child’s name',
    async (profile, language) => {
      const text = await flat(profile, language)
      for (const word of withheld) expect(text).not.toContain(word)
      expect(text).not.toMatch(/sexuel|sexual|prostitut|bordell|exploit|pappa|fadern|\bfather\b|informant|uppgiftslämnare|HVB|kodord är/i)
    },
  )
})

describe('the signature page', () => {
  test('has its two boxes where the fields for signing are', async () => {
    const { bytes } = await setCopy('IOM_FI', 'sv')
    const words = wordsOf(bytes, 7)
    const titleOf = (word: string) => words.findIndex((each, index) => each.word === word && words[index - 1]?.word === 'För')
    const organisation = words[titleOf('organisationen') - 1]
    const partner = words[titleOf('mottagaren') - 1]
    expect(organisation?.left).toBeGreaterThan(organisationBox.left)
    expect(organisation?.left).toBeLessThan(organisationBox.left + 20)
    expect(partner?.left).toBeGreaterThan(partnerBox.left)
    expect(partner?.left).toBeLessThan(partnerBox.left + 20)
    for (const title of [organisation, partner]) {
      expect(title?.top).toBeGreaterThan(organisationBox.top)
      expect(title?.top).toBeLessThan(organisationBox.top + 20)
    }
  })

  test('leaves the place free where the signature draws itself', async () => {
    const { left, top, right, bottom } = organisationField
    for (const profile of ['IOM_FI', 'FAMILY'] as const) {
      const { bytes, pages } = await setCopy(profile, 'sv')
      const page = profile === 'IOM_FI' ? 7 : pages
      const inside = wordsOf(bytes, page).filter(
        (word) => word.left > left && word.left < right && word.top > top - 10 && word.top < bottom,
      )
      expect(inside).toEqual([])
    }
  })

  test('carries the two fields that signing fills', async () => {
    const { bytes } = await setCopy('FAMILY', 'sv')
    const raw = runOnPdf(bytes, 'qpdf', '--qdf', '--object-streams=disable', '{file}', '-').toString('latin1')
    expect([...raw.matchAll(/\/T \((\w+)\)/g)].map(([, name]) => name).toSorted()).toEqual(['organisation', 'partner'])
  })
})

describe.each(languages)('the draft of case B, in %s', (language) => {
  test('lists 23 open safeguards and six stop factors on two pages', async () => {
    const { bytes, pages, checkCode, fileName } = await setWorkingCopy(language)
    const [first = '', second = ''] = pageTexts(bytes).map(spaced)
    expect(pages).toBe(2)
    expect(checkCode).toBeNull()
    expect(fileName).toBe(`HV-2026-0002_v0.3_${language}_${language === 'sv' ? 'UTKAST' : 'DRAFT'}.pdf`)
    expect(new Set([...second.matchAll(/\bG\d\d\b/g)].map(([id]) => id)).size).toBe(23)
    expect(second).toContain(language === 'sv' ? '(18 av 19 öppna)' : '(18 of 19 open)')
    expect(second).toContain(language === 'sv' ? '(5 av 5 öppna)' : '(5 of 5 open)')
    for (const stop of ['RF01', 'RT03', 'RT04', 'RI01', 'RF03', 'RS03']) expect(first).toContain(stop)
    expect(first).toContain(language === 'sv' ? 'Kritisk' : 'Critical')
    expect(first).toContain(language === 'sv' ? 'pausat sedan 21 september 2026' : 'paused since 21 September 2026')
  })

  test('says on every page that it is a draft, and has nothing to sign and nothing attached', async () => {
    const { bytes } = await setWorkingCopy(language)
    for (const page of pageTexts(bytes)) expect(page).toMatch(language === 'sv' ? /UTKAST/ : /DRAFT/)
    expect(runOnPdf(bytes, 'pdfdetach', '-list', '{file}').toString()).toMatch(/^0 embedded files/)
    expect(runOnPdf(bytes, 'qpdf', '--qdf', '--object-streams=disable', '{file}', '-').toString('latin1')).not.toContain('/Sig')
    expect(accessibilityFaults(bytes)).toEqual([])
  })
})

test.each(languages)(
  'the draft of a ready case says that nothing is missing, what was decided and what comes next, in %s',
  async (language) => {
    const text = spaced(textOf((await setWorkingCopy(language, draftFor(caseA, '2026-09-30'))).bytes))
    const said =
      language === 'sv'
        ? [
            'Inget saknas',
            'Återvändande till familjen',
            'beslutat 2026-08-15',
            '24 av 24',
            'Gör mottagarnas exemplar',
            'senast 5 oktober 2026',
          ]
        : ['Nothing is missing', 'Return to the family', 'decided 15 Aug 2026', '24 of 24', 'Make the recipients’ copies', '5 October 2026']
    for (const each of said) expect(text).toContain(each)
    expect(text).not.toMatch(/Det här saknas|Öppna skyddskrav|påbörjad|What is missing|begun/)
  },
)

test.each(['Ștefan Țepeluș', 'Nguyễn Thị Ánh Tuyết', 'Łukasz Żółkiewski', 'Γιώργος Παπαδόπουλος', 'Олена Шевченко'])(
  'the name %s is right on the page',
  async (name) => {
    const caseFile = copy(caseA)
    const guardian = caseFile.people.find((person) => person.roles.includes('guardian'))
    if (guardian !== undefined) guardian.name = name
    expect(await flat('IOM_FI', 'sv', caseFile)).toContain(name)
  },
)
