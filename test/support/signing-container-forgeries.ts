import { sign } from 'node:crypto'
import { sha256 } from '#documents/signing/cms/algorithms.ts'
import { encode, integer, objectIdentifier, octetString, readElement, sequence, TAG } from '#documents/signing/cms/der.ts'
import { signedAttributes, writeSignedData } from '#documents/signing/cms/write-signed-data.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import type { Forgery } from './signing-forgeries.ts'
import type { Kit } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { overwrite, signatureOf, stringIn } from './signing-updates.ts'

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const UNSIGNED_ATTRIBUTES = 6
const ALGORITHM = 4
const VALUE = 5

/** The CMS in a field, without its padding. */
function containerOf(bytes: Buffer, field: string): Buffer {
  const contents = stringIn(signatureOf(new PdfFile(bytes), field)[1], 'Contents').bytes
  return Buffer.from(readElement(contents).raw)
}

/** Puts another CMS, or other hexadecimal digits, into a signature in place. */
function replaceContainer(bytes: Buffer, field: string, change: (container: Buffer, digits: string) => Buffer | string): Buffer {
  const contents = stringIn(signatureOf(new PdfFile(bytes), field)[1], 'Contents')
  const digits = bytes.toString('latin1', contents.start + 1, contents.end - 1)
  const changed = change(containerOf(bytes, field), digits)
  const written = typeof changed === 'string' ? changed : changed.toString('hex')
  return overwrite(bytes, contents.start + 1, written.padEnd(digits.length, '0'))
}

function changeBody(container: Buffer, change: (parts: Buffer[]) => Buffer[]): Buffer {
  const [type, wrapped] = readElement(container).children
  const body = must(wrapped?.children[0])
  return sequence(must(type).raw, encode(TAG.context0, sequence(...change(body.children.map(({ raw }) => raw)))))
}

function changeSigner(container: Buffer, change: (parts: Buffer[]) => Buffer[]): Buffer {
  return changeBody(container, (parts) => {
    const signer = must(readElement(must(parts.at(-1))).children[0])
    return [...parts.slice(0, -1), encode(TAG.set, sequence(...change(signer.children.map(({ raw }) => raw))))]
  })
}

const partsOfSigner = (container: Buffer): Buffer[] => {
  const parts: Buffer[] = []
  changeSigner(container, (found) => {
    parts.push(...found)
    return found
  })
  return parts
}

function indefinite(container: Buffer): Buffer {
  const { tag, body } = readElement(container)
  return Buffer.concat([Buffer.from([tag, 0x80]), body, Buffer.from([0, 0])])
}

function otherHalf(signer: readonly Buffer[]): Buffer[] {
  const pair = readElement(readElement(must(signer[VALUE])).body)
  const s = P256_ORDER - BigInt(`0x${must(pair.children[1]).body.toString('hex')}`)
  const value = sequence(must(pair.children[0]).raw, integer(Buffer.from(s.toString(16).padStart(64, '0'), 'hex')))
  return [...signer.slice(0, VALUE), octetString(value), ...signer.slice(VALUE + 1)]
}

/** The organisation's own key signs attributes that name another certificate. */
function namingAnother({ one, two, parts, signers }: Kit): Buffer {
  const { certificate, privateKey } = signers.identities.organisation
  const [, gapStart, gapEnd] = parts.range
  const digest = sha256(one.subarray(0, gapStart), one.subarray(gapEnd))
  const attributes = signedAttributes(digest, [partnerCertificate(two)])
  const signature = sign('sha256', attributes, privateKey)
  const good = writeSignedData({ digest, leaf: Buffer.from(certificate), chain: [], signature })
  attributes[0] = TAG.context0
  return changeSigner(good, (signer) => [...signer.slice(0, 3), attributes, ...signer.slice(4)])
}

function partnerCertificate(two: Buffer): Buffer {
  const body = readElement(containerOf(two, 'partner')).children[1]?.children[0]
  return must(body?.children[3]?.children[0]).raw
}

const inOrganisation =
  (pick: (kit: Kit) => Buffer, change: (container: Buffer, digits: string, kit: Kit) => Buffer | string) => (kit: Kit) =>
    replaceContainer(pick(kit), 'organisation', (container, digits) => change(container, digits, kit))
const inOne = (change: (container: Buffer, digits: string, kit: Kit) => Buffer | string) => inOrganisation(({ one }) => one, change)

/** Forgeries inside the bytes kept for the CMS. */
export const CONTAINER_FORGERIES: readonly Forgery[] = [
  {
    name: 'one byte of the content flipped',
    code: 'digest-mismatch',
    foreign: 'do-not-trust',
    build: ({ one, parts }) => {
      const at = must(parts.range[1]) - 200
      return overwrite(one, at, Buffer.from([must(one[at]) ^ 1]))
    },
  },
  {
    name: 'the CMS of another document',
    code: 'digest-mismatch',
    foreign: 'do-not-trust',
    build: inOne((_container, _digits, { other }) =>
      changeSigner(containerOf(other, 'organisation'), (signer) => signer.slice(0, UNSIGNED_ATTRIBUTES)),
    ),
  },
  {
    name: 'a digit in the padding',
    code: 'padding',
    foreign: 'intact-trusted',
    build: ({ one, parts }) => overwrite(one, parts.contents.end - 5, '1'),
  },
  {
    name: 'the digits in upper case',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: inOne((_container, digits) => digits.toUpperCase()),
  },
  {
    name: 'a blank between the digits',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: inOne((_container, digits) => `${digits.slice(0, 8)} ${digits.slice(8, -2)} `),
  },
  { name: 'indefinite lengths', code: 'not-canonical', foreign: 'intact-trusted', build: inOne(indefinite) },
  {
    name: 'a spare certificate',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: inOne((container, _digits, { two, signers }) =>
      changeBody(container, ([version, digests, inner, , ...rest]) => [
        must(version),
        must(digests),
        must(inner),
        encode(TAG.context0, signers.identities.organisation.certificate, partnerCertificate(two)),
        ...rest,
      ]),
    ),
  },
  {
    name: 'a spare unsigned attribute',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: inOne((container) =>
      changeSigner(container, (signer) => [
        ...signer,
        encode(TAG.context1, sequence(objectIdentifier('1.2.3.4'), encode(TAG.set, integer(1)))),
      ]),
    ),
  },
  {
    name: 'a second signer',
    code: 'signer-count',
    foreign: 'intact-trusted',
    build: inOne((container) =>
      changeBody(container, (parts) => {
        const signer = must(readElement(must(parts.at(-1))).children[0]).raw
        return [...parts.slice(0, -1), encode(TAG.set, signer, signer)]
      }),
    ),
  },
  {
    name: 'the algorithm without its NULL',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: inOne((container) =>
      changeSigner(container, (signer) => [
        ...signer.slice(0, ALGORITHM),
        sequence(objectIdentifier('1.2.840.113549.1.1.1')),
        ...signer.slice(ALGORITHM + 1),
      ]),
    ),
  },
  {
    name: 'the second valid value of an elliptic-curve signature',
    code: 'not-canonical',
    foreign: 'intact-trusted',
    build: ({ two }) => replaceContainer(two, 'partner', (container) => changeSigner(container, otherHalf)),
  },
  {
    name: 'the real key, but attributes that name another certificate',
    code: 'certificate-hash',
    foreign: 'do-not-trust',
    build: inOne((_container, _digits, kit) => namingAnother(kit)),
  },
  {
    name: 'the time stamp of another signature',
    code: 'timestamp-imprint',
    foreign: 'intact-trusted',
    build: inOrganisation(
      ({ stamped }) => stamped,
      (container, _digits, { other }) =>
        changeSigner(container, (signer) => [
          ...signer.slice(0, UNSIGNED_ATTRIBUTES),
          must(partsOfSigner(containerOf(other, 'organisation'))[UNSIGNED_ATTRIBUTES]),
        ]),
    ),
  },
  {
    name: 'the time stamp removed',
    code: 'timestamp-missing',
    foreign: 'intact-trusted',
    build: inOrganisation(
      ({ stamped }) => stamped,
      (container) => changeSigner(container, (signer) => signer.slice(0, UNSIGNED_ATTRIBUTES)),
    ),
  },
]
