import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { asciiString, dictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from '#documents/signing/pdf/values.ts'
import { writeText } from '#documents/signing/pdf/write-value.ts'
import type { Forgery } from './signing-forgeries.ts'
import { asDictionary, asValues, type Kit, type Parts, signOrFail } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { appendUpdate, fieldNamed, overwrite, referenceIn, streamOf, type Update, withKeys } from './signing-updates.ts'

const name = (text: string) => new PdfName(text)
const reference = (number: number) => new PdfReference(number)
const FRESH = 900
const COVERING = streamOf('1 1 1 rg 0 0 600 800 re f')
const script = dictionary({ S: name('JavaScript'), JS: asciiString('1') })
const formStream = (text: string) => streamOf(text, { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 600, 800] })

const onOne = (update: (parts: Parts) => Update) => (kit: Kit) => appendUpdate(kit.one, update(kit.parts))
const thenPartner = (forge: (kit: Kit) => Buffer) => (kit: Kit) => signOrFail(forge(kit), kit.signers.identities.partner, 'partner')

/** The page shows something else, and the signature dictionary is damaged so that it might not be looked at. */
const damaged = (
  changes: Readonly<Record<string, PdfValue | undefined>> | ((parts: Parts) => Readonly<Record<string, PdfValue | undefined>>),
) =>
  onOne((parts) => ({
    objects: [
      [parts.content, COVERING],
      [parts.signature, withKeys(parts.signatureEntries, typeof changes === 'function' ? changes(parts) : changes)],
    ],
  }))

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
const hexadecimal = (...bytes: number[]) => new PdfString(Buffer.from(bytes))

const appended = (text: string) => `${text.slice(0, -2)} `
const withSecondKey = (key: string) =>
  onOne(({ signature, signatureEntries }) => ({
    objects: [[signature, { text: `${appended(writeText(signatureEntries))}${key}>>` }]],
  }))

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
      const [number, entries] = fieldNamed(new PdfFile(two), 'Partner')
      return appendUpdate(two, {
        objects: [
          [number, withKeys(entries, { AP: dictionary({ N: reference(FRESH) }) })],
          [FRESH, COVERING],
        ],
      })
    },
  },
]

/** Damaged or doubled signature dictionaries, and certification taken back. */
export const DAMAGED_FORGERIES: readonly Forgery[] = [
  { name: 'Contents missing', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ Contents: undefined }) },
  { name: 'Contents null', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ Contents: null }) },
  { name: 'Contents empty', code: 'contents-gap', foreign: 'do-not-trust', build: damaged({ Contents: hexadecimal() }) },
  { name: 'Contents one zero', code: 'contents-gap', foreign: 'do-not-trust', build: damaged({ Contents: hexadecimal(0) }) },
  { name: 'ByteRange missing', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ ByteRange: undefined }) },
  { name: 'ByteRange null', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ ByteRange: null }) },
  { name: 'ByteRange empty', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ ByteRange: [] }) },
  { name: 'ByteRange of zeros', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ ByteRange: [0, 0, 0, 0] }) },
  { name: 'ByteRange negative', code: 'byte-range', foreign: 'do-not-trust', build: damaged({ ByteRange: [0, -1, -1, -1] }) },
  {
    name: 'ByteRange beyond the file',
    code: 'byte-range',
    foreign: 'do-not-trust',
    build: damaged(({ range }) => ({ ByteRange: [0, must(range[1]), must(range[2]), 999_999] })),
  },
  {
    name: 'ByteRange that refers to itself',
    code: 'byte-range',
    foreign: 'do-not-trust',
    build: damaged(({ signature }) => ({ ByteRange: reference(signature) })),
  },
  {
    name: 'the field without a value',
    code: 'signature-lost',
    foreign: 'do-not-trust',
    build: onOne(({ content, organisationField, organisationFieldEntries }) => ({
      objects: [
        [content, COVERING],
        [organisationField, withKeys(organisationFieldEntries, { V: null })],
      ],
    })),
  },
  { name: 'an unknown kind of signature', code: 'contents-gap', foreign: 'do-not-trust', build: damaged({ SubFilter: name('x') }) },
  { name: 'ByteRange named twice', code: 'byte-range', foreign: 'do-not-trust', build: withSecondKey('/ByteRange [0 10 20 30]') },
  { name: 'Contents named twice', code: 'byte-range', foreign: 'do-not-trust', build: withSecondKey('/Contents <00>') },
  {
    name: 'a certification that allows more',
    code: 'contents-gap',
    foreign: 'do-not-trust',
    build: damaged({
      Reference: [
        dictionary({
          Type: name('SigRef'),
          TransformMethod: name('DocMDP'),
          TransformParams: dictionary({ Type: name('TransformParams'), P: 3, V: name('1.2') }),
        }),
      ],
    }),
  },
  {
    name: 'the certification removed from the catalog',
    code: 'certification',
    foreign: 'do-not-trust',
    build: onOne(({ root, file }) => ({ objects: [[root, withKeys(file.catalog, { Perms: undefined })]] })),
  },
]

const rangeStart = (bytes: Buffer) => bytes.indexOf('[', bytes.lastIndexOf('/ByteRange'))
const writeRange = (bytes: Buffer, numbers: readonly (number | undefined)[]) =>
  overwrite(bytes, rangeStart(bytes), `[${numbers.join(' ')}]`.padEnd(44))

/** Changes of single bytes outside the CMS, and bytes added around the file. */
export const PLACE_FORGERIES: readonly Forgery[] = [
  {
    name: 'a range that ends early',
    code: 'range-end',
    foreign: 'do-not-trust',
    build: ({ one, parts: { range } }) => writeRange(one, [0, range[1], range[2], must(range[3]) - 300]),
  },
  {
    name: 'a range that starts at one',
    code: 'byte-range',
    foreign: 'do-not-trust',
    build: ({ one, parts: { range } }) => writeRange(one, [1, must(range[1]) - 1, range[2], range[3]]),
  },
  {
    name: 'a key hidden in the gap',
    code: 'contents-gap',
    foreign: 'do-not-trust',
    build: ({ one, parts }) => overwrite(one, parts.contents.end - 40, '> /X (hidden) /Y <000'.padEnd(39, '0')),
  },
  {
    name: 'Contents cut short in place',
    code: 'contents-gap',
    foreign: 'do-not-trust',
    build: ({ one, parts }) => overwrite(one, parts.contents.start + 8001, '>/A 1 0 R /B <0'),
  },
  {
    name: 'the second range moved to the end',
    code: 'unreadable',
    foreign: 'cannot-verify',
    build: ({ one, parts: { range, content } }) => {
      const evil = Buffer.from(`/X 1>>\nendobj\n${content} 0 obj\n<</Length 4>>\nstream\n1 g \nendstream\nendobj\n`)
      const head = writeRange(one.subarray(0, range[2]), [0, range[1], must(range[2]) + evil.length, range[3]])
      return Buffer.concat([head, evil, one.subarray(range[2])])
    },
  },
  {
    name: 'blanks after the end',
    code: 'not-at-end',
    foreign: 'intact-trusted',
    build: ({ one }) => Buffer.concat([one, Buffer.from('\r\n\n')]),
  },
  {
    name: 'junk after the end',
    code: 'not-at-end',
    foreign: 'do-not-trust',
    build: ({ one }) => Buffer.concat([one, Buffer.from('% junk\n%%EOF\n')]),
  },
  {
    name: 'junk before the beginning',
    code: 'unreadable',
    foreign: 'cannot-verify',
    build: ({ one }) => Buffer.concat([Buffer.from('junk\n'), one]),
  },
  {
    name: 'cut after the first signature, though we keep the second',
    code: 'previous-differs',
    build: ({ two, one }) => two.subarray(0, one.length),
    keeps: ({ two }) => two,
  },
  {
    name: 'the file before signing',
    code: 'unsigned',
    verdict: 'cannot-verify',
    foreign: 'cannot-verify',
    build: ({ unsigned }) => unsigned,
  },
]

function withObjectStream(kit: Kit, isHybrid: boolean): Buffer {
  const { one, parts } = kit
  const { file, content, root } = parts
  const [at, size] = [one.length, file.size]
  const body = `${content} 0 <<>>`
  const packed = Buffer.from(
    `${size} 0 obj\n<</Type/ObjStm/N 1/First ${String(content).length + 3}/Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`,
  )
  const section = at + packed.length
  const row = (kind: number, place: number, index: number) => {
    const bytes = Buffer.alloc(7)
    bytes[0] = kind
    bytes.writeUInt32BE(place, 1)
    bytes.writeUInt16BE(index, 5)
    return bytes
  }
  const rows = Buffer.concat([row(2, size, 0), row(1, at, 0), row(1, section, 0)])
  const trailer = `/Size ${size + 2}/Root ${root} 0 R/Prev ${file.newest.at}`
  const stream = Buffer.concat([
    Buffer.from(`${size + 1} 0 obj\n<</Type/XRef${trailer}/W[1 4 2]/Index[${content} 1 ${size} 2]/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const tail = isHybrid
    ? `xref\n0 0\ntrailer\n<<${trailer}/XRefStm ${section}>>\nstartxref\n${section + stream.length}`
    : `startxref\n${section}`
  return Buffer.concat([one, packed, stream, Buffer.from(`${tail}\n%%EOF\n`)])
}

function pointingToItself({ one, parts }: Kit): Buffer {
  const digits = String(one.length + 1000).length
  const draft = appendUpdate(one, { objects: [[parts.content, COVERING]], previous: 10 ** (digits - 1) })
  const table = draft.lastIndexOf('xref\n', draft.lastIndexOf('trailer'))
  return appendUpdate(one, { objects: [[parts.content, COVERING]], previous: table })
}

/** The page asks for a number that the two signings will create last: the partner's box. Signing refuses it unless told not to look. */
async function dangling({ unsigned, parts, signers }: Kit): Promise<Buffer> {
  const file = new PdfFile(unsigned)
  const page = withKeys(asDictionary(file.get(parts.page)), { Contents: [reference(parts.content), reference(file.size + 3)] })
  const base = appendUpdate(unsigned, { objects: [[parts.page, page]] })
  const one = await signOrFail(base, signers.identities.organisation, 'organisation', { audited: true })
  return signOrFail(one, signers.identities.partner, 'partner', { audited: true })
}

/** Tricks with the cross-reference chain. */
export const CHAIN_FORGERIES: readonly Forgery[] = [
  {
    name: 'an object stream that overrides the page',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: (kit) => withObjectStream(kit, false),
  },
  { name: 'a hybrid cross-reference', code: 'later-changes', foreign: 'do-not-trust', build: (kit) => withObjectStream(kit, true) },
  {
    name: 'a chain that points into an object',
    code: 'unreadable',
    foreign: 'cannot-verify',
    build: ({ one, parts: { content } }) =>
      appendUpdate(one, { objects: [[content, COVERING]], previous: one.length + 2 + String(content).length }),
  },
  { name: 'a chain that points to itself', code: 'signature-lost', foreign: 'cannot-verify', build: pointingToItself },
  {
    name: 'a chain that skips the signed revision',
    code: 'signature-lost',
    foreign: 'cannot-verify',
    build: onOne(({ file, content }) => ({ objects: [[content, COVERING]], previous: must(file.sections[1]).at })),
  },
  {
    name: 'no chain at all',
    code: 'signature-lost',
    foreign: 'cannot-verify',
    build: onOne(({ content }) => ({ objects: [[content, COVERING]], previous: null })),
  },
  {
    name: 'one number twice in an update',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file, content }) => ({
      objects: [
        [content, file.get(content)],
        [content, COVERING],
      ],
    })),
  },
  {
    name: 'a stream as the catalog',
    code: 'signature-lost',
    foreign: 'do-not-trust',
    build: onOne(({ content }) => ({ objects: [], trailer: { Root: reference(content) } })),
  },
  { name: "a number that the partner's signature fills", code: 'later-changes', foreign: 'do-not-trust', build: dangling },
]
