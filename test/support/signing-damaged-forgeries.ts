import { dictionary, PdfString, type PdfValue } from '#documents/signing/pdf/values.ts'
import { writeText } from '#documents/signing/pdf/write-value.ts'
import type { Forgery } from './signing-forgeries.ts'
import { COVERING, name, onOne, reference } from './signing-forgery-tools.ts'
import type { Parts } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { overwrite, withKeys } from './signing-updates.ts'

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

const hexadecimal = (...bytes: number[]) => new PdfString(Buffer.from(bytes))

const appended = (text: string) => `${text.slice(0, -2)} `
const withSecondKey = (key: string) =>
  onOne(({ signature, signatureEntries }) => ({
    objects: [[signature, { text: `${appended(writeText(signatureEntries))}${key}>>` }]],
  }))

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
