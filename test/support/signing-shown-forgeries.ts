import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { asciiString, dictionary, PdfStream } from '#documents/signing/pdf/values.ts'
import type { Forgery } from './signing-forgeries.ts'
import { COVERING, FRESH, name, onOne, reference } from './signing-forgery-tools.ts'
import { asDictionary, asValues, type Kit, signOrFail } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { appendUpdate, fieldNamed, referenceIn, streamOf, withKeys } from './signing-updates.ts'

const script = dictionary({ S: name('JavaScript'), JS: asciiString('1') })
const formStream = (text: string) => streamOf(text, { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 600, 800] })
const thenPartner = (forge: (kit: Kit) => Buffer) => (kit: Kit) => signOrFail(forge(kit), kit.signers.identities.partner, 'partner')

const newText = onOne(({ content }) => ({ objects: [[content, COVERING]] }))
const stamp = onOne(({ page, pageEntries, annotations }) => ({
  objects: [
    [page, withKeys(pageEntries, { Annots: [...annotations, reference(FRESH)] })],
    [
      FRESH,
      dictionary({
        Type: name('Annot'),
        Subtype: name('Stamp'),
        Rect: [0, 0, 600, 800],
        F: 4,
        AP: dictionary({ N: reference(FRESH + 1) }),
      }),
    ],
    [FRESH + 1, formStream('1 1 1 rg 0 0 600 800 re f')],
  ],
}))
const embedded = (text: string) => streamOf(text, { Type: name('EmbeddedFile') })
const newAttachment = onOne(({ attachment }) => ({ objects: [[attachment, embedded('{"v":2}')]] }))
/** Updates that change what a reader sees, without any key. */
export const SHOWN_FORGERIES: readonly Forgery[] = [
  { name: 'new page text', code: 'later-changes', foreign: 'do-not-trust', build: newText },
  {
    name: 'new page text without a table',
    code: 'not-at-end',
    foreign: 'do-not-trust',
    build: onOne(({ content }) => ({ objects: [[content, COVERING]], withoutTable: true })),
  },
  {
    name: 'new page text with a copy of the signature',
    code: 'contents-gap',
    foreign: 'do-not-trust',
    build: onOne(({ content, signature, signatureEntries }) => ({
      objects: [
        [content, COVERING],
        [signature, signatureEntries],
      ],
    })),
  },
  { name: 'new page text, then a trusted partner signs', code: 'later-changes', foreign: 'do-not-trust', build: thenPartner(newText) },
  {
    name: 'new metadata',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ metadata }) => ({ objects: [[metadata, streamOf('<x/>', { Type: name('Metadata'), Subtype: name('XML') })]] })),
  },
  {
    name: 'new document information',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file }) => ({ objects: [[referenceIn(file.trailer, 'Info').number, dictionary({ Title: name('x') })]] })),
  },
  {
    name: 'another tree of pages',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ pages }) => ({ objects: [[pages, dictionary({ Type: name('Pages'), Kids: [], Count: 0 })]] })),
  },
  { name: 'a white stamp over the text', code: 'later-changes', foreign: 'do-not-trust', build: stamp },
  { name: 'a white stamp, then a trusted partner signs', code: 'later-changes', foreign: 'do-not-trust', build: thenPartner(stamp) },
  {
    name: 'the overlay of the signature box emptied',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ organisationFieldEntries }) => ({
      objects: [[referenceIn(asDictionary(organisationFieldEntries.get('AP')), 'N').number, formStream(' ')]],
    })),
  },
  {
    name: 'another font program',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ fontProgram }) => ({ objects: [[fontProgram, streamOf('xx')]] })),
  },
  {
    name: 'a second catalog',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file, pageEntries }) => ({
      objects: [
        [950, withKeys(file.catalog, { Pages: reference(951) })],
        [951, dictionary({ Type: name('Pages'), Kids: [reference(952)], Count: 1 })],
        [952, withKeys(pageEntries, { Parent: reference(951), Contents: reference(953) })],
        [953, COVERING],
      ],
      trailer: { Root: reference(950) },
    })),
  },
  {
    name: 'an entry that points to another place in the signed bytes',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file, content, attachment }) => ({ objects: [], entries: [[content, must(file.entry(attachment)).at]] })),
  },
  {
    name: 'a note',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ page, pageEntries, annotations }) => ({
      objects: [
        [page, withKeys(pageEntries, { Annots: [...annotations, reference(FRESH)] })],
        [FRESH, dictionary({ Type: name('Annot'), Subtype: name('FreeText'), Rect: [50, 50, 300, 80], Contents: name('x') })],
      ],
    })),
  },
  {
    name: "the organisation's box painted over",
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ organisationField, organisationFieldEntries }) => ({
      objects: [
        [organisationField, withKeys(organisationFieldEntries, { AP: dictionary({ N: reference(FRESH) }) })],
        [FRESH, COVERING],
      ],
    })),
  },
  {
    name: 'a new visible signature field',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file, page, pageEntries, annotations, form }) => {
      const entries = asDictionary(file.get(form))
      const widget = { Type: name('Annot'), Subtype: name('Widget'), FT: name('Sig'), T: asciiString('S3'), F: 4, Rect: [0, 0, 600, 800] }
      return {
        objects: [
          [page, withKeys(pageEntries, { Annots: [...annotations, reference(FRESH)] })],
          [form, withKeys(entries, { Fields: [...asValues(entries.get('Fields')), reference(FRESH)] })],
          [FRESH, dictionary({ ...widget, AP: dictionary({ N: reference(FRESH + 1) }) })],
          [FRESH + 1, formStream('1 g 0 0 600 800 re f')],
        ],
      }
    }),
  },
  {
    name: "the partner's empty box moved",
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ partnerField, partnerFieldEntries }) => ({
      objects: [[partnerField, withKeys(partnerFieldEntries, { Rect: [0, 0, 600, 800] })]],
    })),
  },
  {
    name: "the partner's empty box painted without a signature",
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ partnerField, partnerFieldEntries }) => ({
      objects: [
        [partnerField, withKeys(partnerFieldEntries, { AP: dictionary({ N: reference(FRESH) }) })],
        [FRESH, COVERING],
      ],
    })),
  },
  {
    name: 'other words read aloud for a table cell (ActualText)',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ cell, cellEntries }) => ({ objects: [[cell, withKeys(cellEntries, { ActualText: asciiString('annat') })]] })),
  },
  {
    name: 'other words read aloud for a table cell (Alt)',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ cell, cellEntries }) => ({ objects: [[cell, withKeys(cellEntries, { Alt: asciiString('annat') })]] })),
  },
  {
    name: 'a script that runs on opening',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ root, file }) => ({ objects: [[root, withKeys(file.catalog, { OpenAction: script })]] })),
  },
  {
    name: 'a script that runs on a page',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ page, pageEntries }) => ({ objects: [[page, withKeys(pageEntries, { AA: dictionary({ O: script }) })]] })),
  },
  { name: 'another attachment', code: 'later-changes', foreign: 'do-not-trust', build: newAttachment },
  {
    name: 'another attachment, then a trusted partner signs',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: thenPartner(newAttachment),
  },
  {
    name: 'the same attachment packed in another way',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ attachment, attachmentEntries }) => {
      const data = Buffer.from('{"v":1}')
      return { objects: [[attachment, new PdfStream(withKeys(attachmentEntries, { Filter: undefined, Length: data.length }), data)]] }
    }),
  },
  {
    name: 'a security store',
    code: 'later-changes',
    foreign: 'intact-trusted',
    build: onOne(({ root, file }) => ({
      objects: [
        [root, withKeys(file.catalog, { DSS: reference(FRESH) })],
        [FRESH, dictionary({ Type: name('DSS') })],
      ],
    })),
  },
  {
    name: 'an encryption dictionary',
    code: 'encrypted',
    foreign: 'do-not-trust',
    build: onOne(() => ({ objects: [[FRESH, dictionary({ Filter: name('Standard'), V: 1 })]], trailer: { Encrypt: reference(FRESH) } })),
  },
  {
    name: "the partner's box painted over after signing",
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: ({ two }) => {
      const [number, entries] = fieldNamed(new PdfFile(two), 'partner')
      return appendUpdate(two, {
        objects: [
          [number, withKeys(entries, { AP: dictionary({ N: reference(FRESH) }) })],
          [FRESH, COVERING],
        ],
      })
    },
  },
]
