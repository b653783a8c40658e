import type { Result } from '#domain/result.ts'
import { type BoxContent, drawAppearance } from './appearance.ts'
import { sha256 } from './cms/algorithms.ts'
import { readCertificate, tryReadCertificate } from './cms/certificate.ts'
import { DerProblem } from './cms/der.ts'
import { type AskTimeStamp, fetchToken } from './cms/time-stamp.ts'
import { signAttributes, writeSignedData } from './cms/write-signed-data.ts'
import { mentions } from './mentions.ts'
import { asBuffer } from './pdf/as-buffer.ts'
import { isReadingProblem, PdfFile } from './pdf/pdf-file.ts'
import {
  asciiString,
  dictionary,
  isArray,
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfString,
  type PdfValue,
  textString,
} from './pdf/values.ts'
import { writeText } from './pdf/write-value.ts'
import { pdfTime } from './pdf-time.ts'
import { listSignatureFields, type SignatureField, type SignerRole } from './plan-fields.ts'
import { RANGE_WIDTH, RESERVED, type Revision, writeRevision } from './revision.ts'
import type { SigningFault, SigningRefusal } from './signing-faults.ts'
import { checkIdentity, type SigningIdentity } from './signing-identity.ts'
import { MissingGlyph } from './typeface.ts'

export interface PlanSignature {
  readonly role: SignerRole
  /** ISO instant, as the signer's clock says. */
  readonly signedAt: string
  /** Shown by PDF readers (`Name`, `Reason`); what counts is the certificate's name. */
  readonly signerName: string
  readonly reason: string
  readonly box: BoxContent
  /** Asks a time-stamp service (PAdES B-T). Without it no time is proven (B-B). */
  readonly timeStamp?: { readonly ask: AskTimeStamp; readonly trusted: readonly Uint8Array[]; readonly nonce: Uint8Array }
  /** These very bytes come straight from our generator or from a verification: the search for dangling references is left out. */
  readonly audited?: boolean
}

class Refusal extends Error {
  readonly refusal: SigningRefusal
  constructor(code: SigningFault, character?: string) {
    super(code)
    this.refusal = character === undefined ? { code } : { code, character }
  }
}

/**
 * Signs a plan in the field of a role, by one update after the exact bytes given (PAdES B-B, or B-T with a time stamp). The first
 * signature certifies the plan: from then on only the partner's field may be filled. The plan is not verified: do that before countersigning.
 */
export async function signPlan(
  plan: Uint8Array,
  identity: SigningIdentity,
  signature: PlanSignature,
): Promise<Result<Uint8Array, SigningRefusal>> {
  try {
    return { ok: true, value: await sign(asBuffer(plan), identity, signature) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.refusal }
    if (error instanceof MissingGlyph) return { ok: false, error: { code: 'missing-glyph', character: error.character } }
    if (isReadingProblem(error) || error instanceof DerProblem) return { ok: false, error: { code: 'unreadable' } }
    throw error
  }
}

async function sign(plan: Buffer, identity: SigningIdentity, signature: PlanSignature): Promise<Buffer> {
  const checked = checkIdentity(identity, Date.parse(signature.signedAt))
  if (!checked.ok) throw new Refusal(checked.error)
  const target = findTarget(plan, signature)
  const { bytes, gapStart, gapEnd, rangeStart } = writeRevision(buildRevision(target, checked.value.der, signature))
  const lineEnd = Buffer.alloc(target.start - plan.length, '\n')
  const signed = Buffer.concat([plan, lineEnd, bytes])
  signed.write(`[0 ${gapStart} ${gapEnd} ${signed.length - gapEnd}]`.padEnd(RANGE_WIDTH), rangeStart, 'latin1')
  const digest = sha256(signed.subarray(0, gapStart), signed.subarray(gapEnd))
  const contents = await writeContents(digest, identity, signature)
  if (contents.length > reserveOf(signature)) throw new Refusal('too-large')
  signed.write(contents.toString('hex'), gapStart + 1, 'latin1')
  return signed
}

async function writeContents(digest: Buffer, identity: SigningIdentity, { timeStamp }: PlanSignature): Promise<Buffer> {
  const leaf = Buffer.from(identity.certificate)
  const chain = (identity.chain ?? []).map((certificate) => Buffer.from(certificate))
  for (const certificate of chain) if (!tryReadCertificate(certificate)) throw new Refusal('certificate-unreadable')
  const value = signAttributes(digest, [leaf, ...chain], identity.privateKey)
  if (!timeStamp) return writeSignedData({ digest, leaf, chain, signature: value })
  const anchors = timeStamp.trusted.map((certificate) => readCertificate(Buffer.from(certificate)))
  const stamped = await fetchToken(value, timeStamp.ask, anchors, Buffer.from(timeStamp.nonce))
  if (!stamped.ok) throw new Refusal(stamped.fault === 'timestamp-refused' ? stamped.fault : 'timestamp-invalid')
  return writeSignedData({ digest, leaf, chain, signature: value, token: stamped.token })
}

const reserveOf = ({ timeStamp }: PlanSignature) => (timeStamp ? RESERVED.stamped : RESERVED.plain)

/** What a plan is refused for having in its catalog: it could act, or show something else, on its own. */
const FORBIDDEN = ['OpenAction', 'AA', 'OCProperties', 'Collection', 'Requirements', 'URI']

interface Target {
  readonly file: PdfFile
  readonly start: number
  readonly root: PdfReference
  readonly form: PdfReference
  readonly field: SignatureField
  readonly isFirst: boolean
}

function findTarget(plan: Buffer, { role, audited }: PlanSignature): Target {
  const file = new PdfFile(plan)
  if (file.doubts.size > 0) throw new Refusal('structure')
  if (file.trailer.has('Encrypt')) throw new Refusal('encrypted')
  const root = file.trailer.get('Root')
  const catalog = file.catalog
  const names = catalog.has('Names') ? file.dictionary(catalog.get('Names')) : undefined
  if (FORBIDDEN.some((key) => catalog.has(key)) || names?.has('JavaScript')) throw new Refusal('active-content')
  const form = catalog.get('AcroForm')
  if (!isPlainReference(root) || !isPlainReference(form)) throw new Refusal('no-field')
  const fields = listSignatureFields(file, file.dictionary(form))
  const [field, second] = fields.filter(({ name }) => name === role)
  if (!field || second || !isPlainReference(field.reference)) throw new Refusal('no-field')
  if (field.isSigned) throw new Refusal('field-used')
  const isFirst = !fields.some(({ isSigned }) => isSigned)
  if (isFirst && role !== 'organisation') throw new Refusal('organisation-first')
  if (!audited && mentions(file, [file.size, file.size + 1, file.size + 2])) throw new Refusal('dangling-reference')
  return { file, start: plan.length + (plan.at(-1) === 10 ? 0 : 1), root, form, field, isFirst }
}

const isPlainReference = (value: PdfValue | undefined): value is PdfReference => value instanceof PdfReference && value.generation === 0

function buildRevision(target: Target, certificate: Buffer, signature: PlanSignature): Revision {
  const { file, field, root, form, isFirst } = target
  const signatureNumber = file.size
  const appearanceNumber = file.size + 1
  const [width, height] = boxSize(file.resolve(field.dictionary.get('Rect')))
  const filled = [...field.dictionary].filter(([key]) => key !== 'V' && key !== 'AP')
  const objects: [number, PdfValue][] = [
    [
      field.reference.number,
      new Map<string, PdfValue>([
        ...filled,
        ['V', new PdfReference(signatureNumber)],
        ['AP', dictionary({ N: new PdfReference(appearanceNumber) })],
      ]),
    ],
  ]
  if (isFirst) objects.push([root.number, withEntry(file.catalog, 'Perms', dictionary({ DocMDP: new PdfReference(signatureNumber) }))])
  const formEntries = file.dictionary(form)
  if (formEntries.get('SigFlags') !== 3) objects.push([form.number, withEntry(formEntries, 'SigFlags', 3)])
  const entries = signatureDictionary(signature, isFirst)
  objects.push([signatureNumber, entries], [appearanceNumber, drawAppearance(signature.box, width, height)])
  const { isStream, at } = file.newest
  const info = file.trailer.get('Info')
  return {
    start: target.start,
    previousSection: at,
    isStream,
    size: appearanceNumber + (isStream ? 2 : 1),
    root,
    info: info instanceof PdfReference ? info : undefined,
    id: identifiers(file, certificate, signature),
    objects,
    signature: { number: signatureNumber, dictionary: entries, range: [0, 0, 0, 0], contents: '0'.repeat(reserveOf(signature) * 2) },
  }
}

const withEntry = (entries: PdfDictionary, key: string, value: PdfValue): PdfDictionary => new Map([...entries, [key, value]])

function boxSize(rectangle: PdfValue): readonly [number, number] {
  const [left, bottom, right, top] = isArray(rectangle) ? rectangle : []
  if (typeof left !== 'number' || typeof bottom !== 'number' || typeof right !== 'number' || typeof top !== 'number')
    throw new Refusal('no-field')
  const size = [round(right - left), round(top - bottom)] as const
  if (size[0] <= 0 || size[1] <= 0) throw new Refusal('no-field')
  return size
}

/** Differences of decimal fractions grow long tails; a hundredth of a point is enough. */
const round = (value: number) => Math.round(value * 100) / 100

function signatureDictionary(signature: PlanSignature, isFirst: boolean): PdfDictionary {
  const certification = dictionary({
    Type: new PdfName('SigRef'),
    TransformMethod: new PdfName('DocMDP'),
    TransformParams: dictionary({ Type: new PdfName('TransformParams'), P: 2, V: new PdfName('1.2') }),
  })
  return dictionary({
    Type: new PdfName('Sig'),
    Filter: new PdfName('Adobe.PPKLite'),
    SubFilter: new PdfName('ETSI.CAdES.detached'),
    M: asciiString(pdfTime(signature.signedAt)),
    Name: textString(signature.signerName),
    Reason: textString(signature.reason),
    ...(isFirst ? { Reference: [certification] } : {}),
  })
}

/** The first part of the identifier never changes; the second is derived, so that signing needs no randomness of its own. */
function identifiers(file: PdfFile, certificate: Buffer, { signedAt }: PlanSignature): readonly [Buffer, Buffer] {
  const known = file.resolve(file.trailer.get('ID'))
  const [first] = isArray(known) ? known : []
  const old = first instanceof PdfString ? first.bytes : sha256(file.bytes).subarray(0, 16)
  return [old, sha256(old, certificate, Buffer.from(signedAt), Buffer.from(writeText(file.size))).subarray(0, 16)]
}
