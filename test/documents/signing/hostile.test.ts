import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isPlainDrawing } from '#documents/signing/appearance.ts'
import { readCertificate } from '#documents/signing/cms/certificate.ts'
import { findPath } from '#documents/signing/cms/certificate-path.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { dictionary, PdfReference, PdfString } from '#documents/signing/pdf/values.ts'
import { type Verification, verifyPdf } from '#documents/signing/verify-pdf.ts'
import { issue, NOW } from '../../support/signing-certificates.ts'
import { openSslContainer, signForeign } from '../../support/signing-foreign.ts'
import { bombsIn, HOSTILE_CONTAINERS, HOSTILE_FILES, pdfOf, signedWith } from '../../support/signing-hostile.ts'
import { makeSigners, signOrFail } from '../../support/signing-kit.ts'
import { makeUnsignedPlan } from '../../support/signing-plans.ts'
import { appendUpdate, fieldNamed, withKeys } from '../../support/signing-updates.ts'

const signers = makeSigners()
const { organisation, partner } = signers.identities
let unsigned: Buffer
let two: Buffer
beforeAll(async () => {
  unsigned = await makeUnsignedPlan()
  two = await signOrFail(await signOrFail(unsigned, organisation, 'organisation'), partner, 'partner')
})

const verify = (bytes: Buffer, profile: 'plan' | 'foreign' = 'plan'): Verification => verifyPdf(bytes, { ...signers.options, profile })

describe('a file made to be slow, deep or large gets its verdict', () => {
  it.each(HOSTILE_FILES)('%s', (_title, build) => {
    const bytes = build()
    for (const profile of ['plan', 'foreign'] as const) expect(verify(bytes, profile).verdict).toMatch(/^(cannot-verify|do-not-trust)$/)
  })

  it.each(HOSTILE_CONTAINERS)('with a signature %s', (_title, build) => {
    const bytes = signedWith(build())
    for (const profile of ['plan', 'foreign'] as const) expect(verify(bytes, profile).codes).toContain('cms-malformed')
  })
})

describe('what is added after a signature is bounded too', () => {
  const signer = issue('Främmande undertecknare', undefined)
  const foreign = (bytes: Buffer) => verifyPdf(bytes, { profile: 'foreign', trusted: [signer.certificate], at: NOW })
  const rootOf = (file: PdfFile) => {
    const root = file.trailer.get('Root')
    return root instanceof PdfReference ? root.number : 0
  }

  it('a hundred thousand new objects', async () => {
    const file = await signForeign(unsigned, 'adbe.pkcs7.detached', openSslContainer(signer))
    const objects = Array.from({ length: 100_000 }, (_, index) => [5000 + index, null] as const)
    expect(foreign(appendUpdate(file, { objects })).codes).toContain('later-changes')
  })

  it('objects whose bodies lie one over the other', async () => {
    const file = await signForeign(unsigned, 'adbe.pkcs7.detached', openSslContainer(signer))
    const first = 5000
    const count = 20_000
    const heads = Array.from({ length: count }, (_, index) => `${first + index} 0 obj <</Length 00000000>>stream\n`)
    const start = file.length + 1 + '4999 0 obj\n('.length
    const body = Buffer.from(heads.join(''))
    const end = start + body.length
    let at = start
    const entries = heads.map((head, index) => {
      const place = at
      at += head.length
      body.write(String(end - at).padStart(8, '0'), place - start + head.indexOf('00000000'), 'latin1')
      return [first + index, place] as const
    })
    const found = foreign(appendUpdate(file, { objects: [[4999, { text: `(${body.toString('latin1')}endstream endobj)` }]], entries }))
    expect(found.codes).toContain('later-changes')
  })

  it('bombs in the place of drawings', async () => {
    const one = await signOrFail(unsigned, organisation, 'organisation')
    const numbers = Array.from({ length: 400 }, (_, index) => 5000 + index)
    const bombs = bombsIn(numbers)
    const [field, entries] = fieldNamed(new PdfFile(one), 'partner')
    const filled = withKeys(entries, {
      V: new PdfReference(4999),
      AP: dictionary({ N: new PdfReference(5000) }),
    })
    const signature = dictionary({ ByteRange: [0, 1, 2, 3], Contents: new PdfString(Buffer.alloc(2)) })
    expect(verify(appendUpdate(one, { objects: [[field, filled], [4999, signature], ...bombs] })).verdict).toBe('do-not-trust')
  })

  it('a tree of attachments that contains itself, or cannot be read', async () => {
    const file = new PdfFile(unsigned)
    const node = new PdfReference(file.size)
    for (const tree of [{ Kids: Array.from({ length: 40 }, () => node) }, { Names: new PdfReference(1_000_000) }]) {
      const names = dictionary({ EmbeddedFiles: node })
      const plan = appendUpdate(unsigned, {
        objects: [
          [rootOf(file), withKeys(file.catalog, { Names: names })],
          [file.size, dictionary(tree)],
        ],
        entries: [[1_000_000, 5]],
      })
      const found = foreign(await signForeign(plan, 'adbe.pkcs7.detached', openSslContainer(signer)))
      expect(found.verdict).toBe('intact-trusted')
      expect(found.attachments).toEqual([])
    }
  })
})

it('a drawing of ten million words is no drawing of ours', () => {
  expect(isPlainDrawing('0 '.repeat(10_000_000))).toBe(false)
  expect(isPlainDrawing(`${'0 '.repeat(400_000)}0`)).toBe(true)
  expect(isPlainDrawing(`${'0 '.repeat(400_000)}x`)).toBe(false)
  expect(isPlainDrawing(`/Span <</ActualText <feff${'00'.repeat(400_000)}>>> BDC`)).toBe(true)
})

it('authorities that all certify each other lead to no endless search', () => {
  const root = issue('Rot', undefined, { isAuthority: true })
  const mesh = Array.from({ length: 14 }, () => readCertificate(issue('Rot', root, { isAuthority: true, keysOf: root }).certificate))
  const leaf = readCertificate(issue('Undertecknare', root).certificate)
  expect(findPath(leaf, mesh, [], Date.parse(NOW), true)).toBe('untrusted')
  expect(findPath(leaf, mesh.slice(0, 2), mesh.slice(0, 1), Date.parse(NOW), false)).toHaveLength(2)
})

const token = fc.oneof(
  fc.constantFrom(
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/',
    '%',
    'R',
    'obj',
    'endobj',
    'stream\n',
    '\nendstream',
    'xref',
    'trailer',
    '\n',
  ),
  fc.constantFrom(
    '/Kids',
    '/Fields',
    '/AcroForm',
    '/Length',
    '/Filter',
    '/FlateDecode',
    '/FT/Sig',
    '/V',
    '/ByteRange',
    '/Contents',
    '/Prev',
  ),
  fc.constantFrom(
    '/T',
    '/Type',
    '/ObjStm',
    '/XRef',
    '/W[1 2 1]',
    '/Index',
    '/N',
    '/First',
    '/DecodeParms',
    '/Predictor',
    '/Columns',
    '/AP',
  ),
  fc.constantFrom('-1', '0.5', '1e9', '99999999999', '9999999999', '2147483648', 'null', 'true', '<feff>', '(\\', '\\777', '#4', '\0'),
  fc.nat(40).map((number) => `${number} 0 R`),
  fc.nat(100_000).map(String),
)
const gibberish = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(' '))

describe('never throws, whatever the bytes', () => {
  it('files of random objects', () => {
    fc.assert(
      fc.property(fc.array(gibberish, { minLength: 1, maxLength: 12 }), gibberish, (objects, trailer) => {
        const bytes = pdfOf([`<</Type/Catalog/AcroForm<</Fields[2 0 R 3 0 R]>>>>`, ...objects], trailer)
        for (const profile of ['plan', 'foreign'] as const) if (verify(bytes, profile).verdict.startsWith('intact')) return false
        return true
      }),
      { numRuns: 3000 },
    )
  })

  it('signed plans with words and bytes exchanged', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(30), put: fc.oneof(token, gibberish) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), fc.boolean(), (changes, late) => {
        let bytes = two
        for (const { at, removed, put } of changes) {
          const from = late ? unsigned.length : 0
          const place = from + Math.floor(at * (bytes.length - from))
          bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from(put, 'latin1'), bytes.subarray(place + removed)])
        }
        void verify(bytes, 'foreign').attachments
        return bytes.equals(two) || !verify(bytes).verdict.startsWith('intact')
      }),
      { numRuns: 600 },
    )
  })

  it('containers with bytes exchanged', () => {
    const container = openSslContainer(issue('Främmande', undefined))(Buffer.from('x'))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(container.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const changed = Buffer.from(container)
        for (const [place, value] of changes) changed[place] = value
        for (const profile of ['plan', 'foreign'] as const)
          if (verify(signedWith(changed), profile).verdict.startsWith('intact')) return false
        return true
      }),
      { numRuns: 600 },
    )
  })
})
