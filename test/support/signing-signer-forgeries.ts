import { deflateSync } from 'node:zlib'
import { sha256 } from '#documents/signing/cms/algorithms.ts'
import { signAttributes, writeSignedData } from '#documents/signing/cms/write-signed-data.ts'
import {
  asciiString,
  dictionary,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
  textString,
} from '#documents/signing/pdf/values.ts'
import { RANGE_WIDTH, RESERVED, writeRevision } from '#documents/signing/revision.ts'
import { daysFromNow, identityOf, issue, PURPOSE } from './signing-certificates.ts'
import type { Forgery } from './signing-forgeries.ts'
import { asValues, type Kit, signOrFail } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { referenceIn, withKeys } from './signing-updates.ts'

const name = (text: string) => new PdfName(text)
const reference = (number: number) => new PdfReference(number)

/** Signatures by whoever may not sign. */
export const SIGNER_FORGERIES: readonly Forgery[] = [
  {
    name: 'a stranger with the same name',
    code: 'untrusted',
    verdict: 'intact-unknown-signer',
    foreign: 'intact-unknown-signer',
    build: ({ unsigned, signers }) => signOrFail(unsigned, signers.identities.stranger, 'organisation'),
  },
  {
    name: 'the partner signs as the organisation',
    code: 'wrong-signer',
    foreign: 'intact-trusted',
    build: ({ unsigned, signers }) => signOrFail(unsigned, signers.identities.partner, 'organisation'),
  },
  {
    name: 'a certificate for time stamps',
    code: 'purpose',
    foreign: 'intact-unknown-signer',
    build: async (kit) => signedByForce(kit, identityOf(issue('Organisation', kit.signers.root, { purposes: [PURPOSE.time] }))),
  },
  {
    name: 'a certificate that has expired',
    code: 'expired',
    verdict: 'cannot-verify',
    foreign: 'intact-unknown-signer',
    build: ({ unsigned, signers }) => signOrFail(unsigned, signers.identities.old, 'organisation', { signedAt: daysFromNow(-950) }),
  },
]

/** As signPlan would, had it not refused: the plan signed by a good identity, then the container replaced. */
async function signedByForce({ unsigned, signers }: Kit, identity: ReturnType<typeof identityOf>): Promise<Buffer> {
  const good = await signOrFail(unsigned, signers.identities.organisation, 'organisation')
  const [, gapStart, gapEnd] = must(/\/ByteRange \[0 (\d+) (\d+) /.exec(good.toString('latin1'))).map(Number)
  return fill(good, must(gapStart), must(gapEnd), identity)
}

function fill(bytes: Buffer, gapStart: number, gapEnd: number, identity: ReturnType<typeof identityOf>): Buffer {
  const digest = sha256(bytes.subarray(0, gapStart), bytes.subarray(gapEnd))
  const leaf = Buffer.from(identity.certificate)
  const chain = (identity.chain ?? []).map((certificate) => Buffer.from(certificate))
  const signature = signAttributes(digest, [leaf, ...chain], identity.privateKey)
  const digits = writeSignedData({ digest, leaf, chain, signature }).toString('hex')
  bytes.write(digits.padEnd(gapEnd - gapStart - 2, '0'), gapStart + 1, 'latin1')
  return bytes
}

interface Misuse {
  /** Objects of the update, besides signature dictionary and box. */
  readonly objects?: (signature: number, box: number) => (readonly [number, PdfValue])[]
  readonly signatureKeys?: Readonly<Record<string, PdfValue>>
  readonly box?: PdfStream
  readonly spareNumbers?: number
}

const LINE = deflateSync(Buffer.from('q 0.5 w 0 0 10 10 re S\nQ'))
const drawing = (entries: Readonly<Record<string, PdfValue>>, data: Buffer = LINE) =>
  new PdfStream(dictionary({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 230, 90], ...entries, Length: data.length }), data)
const PLAIN_BOX = drawing({ Resources: new Map(), Filter: name('FlateDecode') })

/** The partner's real key, our exact form of writing, but more changed than the partner's box. */
function misuse({ one, parts, signers }: Kit, change: Misuse): Buffer {
  const { file } = parts
  const [signature, box] = [file.size, file.size + 1]
  const [id] = asValues(file.trailer.get('ID'))
  const entries = dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: asciiString('D:20260930100000Z'),
    Name: textString('X'),
    Reason: textString('Y'),
    ...change.signatureKeys,
  })
  const own = partnerField(parts, signature, box)
  const written = writeRevision({
    start: one.length,
    previousSection: file.newest.at,
    isStream: file.newest.isStream,
    size: box + 1 + (change.spareNumbers ?? 0) + (file.newest.isStream ? 1 : 0),
    root: reference(parts.root),
    info: referenceIn(file.trailer, 'Info'),
    id: [identifier(id), identifier(id)],
    objects: [...(change.objects?.(signature, box) ?? [own]), [signature, entries], [box, change.box ?? PLAIN_BOX]],
    signature: { number: signature, dictionary: entries, range: [0, 0, 0, 0], contents: '0'.repeat(RESERVED.plain * 2) },
  })
  const bytes = Buffer.concat([one, written.bytes])
  const range = `[0 ${written.gapStart} ${written.gapEnd} ${bytes.length - written.gapEnd}]`
  bytes.write(range.padEnd(RANGE_WIDTH), written.rangeStart, 'latin1')
  return fill(bytes, written.gapStart, written.gapEnd, signers.identities.partner)
}

const identifier = (value: PdfValue | undefined) => (value instanceof PdfString ? value.bytes : Buffer.alloc(16))

const partnerField = (
  { partnerField: number, partnerFieldEntries }: Kit['parts'],
  signature: number,
  box: number,
  more: Readonly<Record<string, PdfValue>> = {},
): readonly [number, PdfValue] => [
  number,
  withKeys(partnerFieldEntries, { V: reference(signature), AP: dictionary({ N: reference(box) }), ...more }),
]

const insider = (title: string, change: (kit: Kit) => Misuse, code: Forgery['code'] = 'later-changes'): Forgery => ({
  name: `insider: ${title}`,
  code,
  build: (kit) => misuse(kit, change(kit)),
})

/** Misuse by a trusted partner. */
export const INSIDER_FORGERIES: readonly Forgery[] = [
  insider('page contents too', ({ parts }) => ({
    objects: (s, b) => [partnerField(parts, s, b), [parts.content, new PdfStream(dictionary({ Length: 4 }), Buffer.from('1 g '))]],
  })),
  insider('annotations of the page too', ({ parts }) => ({
    objects: (s, b) => [partnerField(parts, s, b), [parts.page, withKeys(parts.pageEntries, { Annots: [reference(parts.partnerField)] })]],
  })),
  insider("the organisation's box painted over", ({ parts }) => ({
    objects: (s, b) => [
      partnerField(parts, s, b),
      [parts.organisationField, withKeys(parts.organisationFieldEntries, { AP: dictionary({ N: reference(b) }) })],
    ],
  })),
  insider('own box enlarged', ({ parts }) => ({ objects: (s, b) => [partnerField(parts, s, b, { Rect: [0, 0, 600, 800] })] })),
  insider('own box with an action', ({ parts }) => ({
    objects: (s, b) => [partnerField(parts, s, b, { A: dictionary({ S: name('URI') }) })],
  })),
  insider('a box with a font', () => ({ box: drawing({ Resources: dictionary({ Font: new Map() }) }, Buffer.from('BT ET   ')) })),
  insider('a box with a matrix', () => ({
    box: drawing({ Matrix: [9, 0, 0, 9, 0, 0], Resources: new Map(), Filter: name('FlateDecode') }),
  })),
  insider('a page as the box', ({ parts }) => ({ objects: (s) => [partnerField(parts, s, parts.page)] })),
  insider(
    'a second certification',
    () => ({
      signatureKeys: {
        Reference: [dictionary({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: dictionary({ P: 3 }) })],
      },
    }),
    'certification',
  ),
  insider('own field with the first signature', ({ parts }) => ({ objects: (_s, b) => [partnerField(parts, parts.signature, b)] })),
  insider('an object that nothing uses', ({ parts }) => ({
    objects: (s, b) => [partnerField(parts, s, b), [b + 1, dictionary({ X: 1 })]],
    spareNumbers: 1,
  })),
  insider('a further key in the signature dictionary', () => ({ signatureKeys: { Prop_Build: dictionary({ X: 1 }) } }), 'revision-form'),
]

/** Files that must pass. */
export const GOOD_FILES: readonly { readonly name: string; readonly build: (kit: Kit) => Buffer }[] = [
  { name: 'signed by the organisation', build: ({ one }) => one },
  { name: 'countersigned by the partner', build: ({ two }) => two },
  { name: 'signed with a time stamp', build: ({ stamped }) => stamped },
  { name: 'countersigned, both with time stamps', build: ({ stampedTwice }) => stampedTwice },
  { name: "the partner's key in our form, written by others", build: (kit) => misuse(kit, {}) },
]
