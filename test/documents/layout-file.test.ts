import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '#documents/model/document-model.ts'
import { attachmentOf, dictionary, greyShares, PdfObjects, pageTexts, pdfText, runOnPdf, textOf } from '../support/pdf-objects.ts'
import { render } from '../support/pdf-render.ts'
import { attachedPlan, draftMark, organisationBox, partnerBox, samplePlan } from '../support/pdf-sample.ts'

const pageHeight = 841.89

describe('a plan that was set', () => {
  it('is the same file, byte for byte, when it is set again', async () => {
    const [one, other] = await Promise.all([render(samplePlan()), render(samplePlan())])
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it('does not depend on what was set before it', async () => {
    const first = await render(samplePlan())
    const hindi = { kind: 'paragraph', text: 'हिन्दी ffi \u00adThị \u2066031\u2069 ﬁ' } as const
    await render(samplePlan({ blocks: [hindi] }))
    expect(Buffer.compare(first, await render(samplePlan()))).toBe(0)
  })

  it('has another identifier as soon as the attached data differ', async () => {
    const changed: DocumentModel = { ...samplePlan(), attachments: [] }
    const identifiers = await Promise.all([samplePlan(), changed].map(async (plan) => new PdfObjects(await render(plan)).trailer['/ID']))
    expect(identifiers[0]).not.toEqual(identifiers[1])
  })

  it('says PDF/A-3b, and claims neither 3a nor UA', async () => {
    const pdf = new PdfObjects(await render(samplePlan()))
    const metadata = pdf.streamAt(pdf.catalog['/Metadata'])
    expect(metadata).toMatch(/pdfaid:part>3</)
    expect(metadata).toMatch(/pdfaid:conformance>B</)
    expect(metadata).not.toContain('pdfuaid')
    expect(pdf.listAt(pdf.catalog, '/OutputIntents')).toHaveLength(1)
  })

  it('survives a title with signs that XML reserves', async () => {
    const pdf = new PdfObjects(await render(samplePlan({ title: 'Barn & familj <1>' })))
    expect(pdf.streamAt(pdf.catalog['/Metadata'])).toContain('Barn &amp; familj &lt;1&gt;')
  })

  it('is accepted by qpdf and not encrypted', async () => {
    const bytes = await render(samplePlan())
    expect(runOnPdf(bytes, 'qpdf', '--check', '{file}').toString()).toContain('not encrypted')
  })

  it('carries the plan model as related data and gives it back', async () => {
    const bytes = await render(samplePlan())
    expect(JSON.parse(attachmentOf(bytes, 1).toString('utf8'))).toEqual(attachedPlan)
    const pdf = new PdfObjects(bytes)
    const [specification] = pdf.listAt(pdf.catalog, '/AF')
    expect(pdf.at(specification, '/AFRelationship')).toBe('/Data')
  })

  it('embeds the two faces that it uses', async () => {
    const fonts = new PdfObjects(await render(samplePlan())).dictionaries().filter((entry) => entry['/Subtype'] === '/Type0')
    expect(fonts.map((font) => String(font['/BaseFont']).replace(/^.*\+/, '')).sort()).toEqual(['NotoSans-Regular', 'NotoSans-SemiBold'])
  })

  it('leaves the message given to the worker whole', async () => {
    const plan = samplePlan()
    await render(plan)
    expect(plan).toEqual(samplePlan())
  })
})

describe('the fields for signatures', () => {
  it('lie empty at their boxes on the page of the signatures', async () => {
    const pdf = new PdfObjects(await render(samplePlan()))
    const fields = pdf.listAt(pdf.catalog['/AcroForm'], '/Fields')
    const expected = [
      ['organisation', organisationBox],
      ['partner', partnerBox],
    ] as const
    expect(fields).toHaveLength(2)
    expected.forEach(([name, box], index) => {
      const field = fields[index]
      expect(pdfText(pdf.at(field, '/T'))).toBe(name)
      expect(pdf.at(field, '/FT')).toBe('/Sig')
      expect(pdf.at(field, '/V')).toBeNull()
      expect(pdf.dictionaryAt(field, '/AP')).toHaveProperty('/N')
      const rectangle = pdf.listAt(field, '/Rect').map(Number)
      const wanted = [box.left, pageHeight - box.bottom, box.right, pageHeight - box.top]
      expect(rectangle.map((value) => Math.round(value))).toEqual(wanted.map((value) => Math.round(value)))
      expect(dictionary(pdf.resolve(field))['/P']).toBe(pdf.pages().at(-1))
    })
  })

  it('frame the words that stand in the printed boxes', async () => {
    const bytes = await render(samplePlan())
    const words = (box: typeof partnerBox) =>
      runOnPdf(
        bytes,
        'pdftotext',
        '-f',
        '3',
        '-l',
        '3',
        '-x',
        `${box.left}`,
        '-y',
        `${box.top}`,
        '-W',
        `${box.right - box.left}`,
        '-H',
        `${box.bottom - box.top}`,
        '{file}',
        '-',
      ).toString()
    expect(words(organisationBox)).toContain('För organisationen')
    expect(words(partnerBox)).toContain('För mottagaren')
  })

  it('are absent from a draft that places none', async () => {
    const pdf = new PdfObjects(await render(samplePlan({ draft: draftMark, blocks: samplePlan().blocks.slice(0, -2) })))
    expect(pdf.catalog).not.toHaveProperty('/AcroForm')
  })
})

describe('every page', () => {
  it('names the case, the copy, the class and its number', async () => {
    const pages = pageTexts(await render(samplePlan()))
    expect(pages).toHaveLength(3)
    pages.forEach((text, index) => {
      for (const part of [
        'HV‑2026‑0001',
        'Exemplar för IOM Finland',
        'SEKRETESS',
        `Sida ${index + 1} av 3`,
        'Är barnet i fara?',
        'Kontrollkod 7F3A 91C2',
      ])
        expect(text).toContain(part)
    })
  })

  it('of a draft says so in the band and in the grey word under the text; no page of a final plan does', async () => {
    const draft = await render(samplePlan({ draft: draftMark }))
    for (const text of pageTexts(draft)) expect(text).toContain(draftMark.band)
    const final = await render(samplePlan())
    expect(textOf(final)).not.toContain('UTKAST')
    const shares = [draft, final].map((bytes) => greyShares(bytes, 236, 244))
    shares[0]?.forEach((share, page) => {
      expect(share - (shares[1]?.[page] ?? 1)).toBeGreaterThan(0.02)
    })
  })

  it('of a child’s plan has a footer with the count and no header', async () => {
    const { header, ...rest } = samplePlan({
      template: 'child',
      pageLabel: '{page} av {pages}',
      footer: { text: 'Det här pappret är mitt.' },
      blocks: [
        { kind: 'heading', level: 1, text: 'Min plan' },
        { kind: 'paragraph', text: 'Jag vill gå i skolan igen.' },
      ],
    })
    const [text] = pageTexts(await render(rest))
    expect(header).toBeDefined()
    expect(text).toContain('Det här pappret är mitt.')
    expect(text).toContain('1 av 1')
    expect(text).not.toContain('SEKRETESS')
  })
})
