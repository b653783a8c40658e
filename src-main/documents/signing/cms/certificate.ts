import { type KeyObject, X509Certificate } from 'node:crypto'
import { child, DerProblem, type Element, readElement, readObjectIdentifier, readTime, TAG } from './der.ts'

/** What the rules need of a certificate. Names and serial number are whole DER elements, compared as bytes. */
export interface Certificate {
  readonly der: Buffer
  readonly x509: X509Certificate
  readonly key: KeyObject
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly serialNumber: Buffer
  /** Milliseconds since 1970. */
  readonly validFrom: number
  readonly validThrough: number
  readonly isAuthority: boolean
  readonly pathLength: number | undefined
  /** First two octets of KeyUsage, or undefined if the extension is absent. */
  readonly keyUsage: number | undefined
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly hasUnknownCriticalExtension: boolean
  readonly subjectKeyIdentifier: Buffer | undefined
}

export const KEY_USAGE = { digitalSignature: 0x8000, nonRepudiation: 0x4000, certificateSigning: 0x0400 } as const

const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
} as const

/** Critical extensions that we either read or may leave unread without harm. Name constraints are not among them. */
const UNDERSTOOD = new Set<string>([
  ...Object.values(EXTENSION),
  '2.5.29.17',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.3',
])

/** Bytes. The largest keys and signatures that exist fill half of it. */
const LONGEST = 65_536
const MAX_KNOWN = 200
const known = new Map<string, Certificate>()

/** Reads a DER certificate. Throws DerProblem or node:crypto's error. What was read is a fact about the bytes and is remembered. */
export function readCertificate(bytes: Buffer): Certificate {
  if (bytes.length > LONGEST) throw new DerProblem('too long for a certificate')
  const key = bytes.toString('latin1')
  const hit = known.get(key)
  if (hit) return hit
  const certificate = read(bytes)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, certificate)
  return certificate
}

function read(bytes: Buffer): Certificate {
  const der = Buffer.from(bytes)
  const whole = readElement(der, 'lenient')
  if (whole.raw.length !== der.length) throw new DerProblem('bytes after the certificate')
  const body = child(whole, 0, TAG.sequence)
  const first = body.children[0]?.tag === TAG.context0 ? 1 : 0
  const validity = child(body, first + 3, TAG.sequence)
  const x509 = new X509Certificate(der)
  return {
    der,
    x509,
    key: x509.publicKey,
    serialNumber: child(body, first, TAG.integer).raw,
    issuer: child(body, first + 2, TAG.sequence).raw,
    subject: child(body, first + 4, TAG.sequence).raw,
    validFrom: readTime(child(validity, 0)),
    validThrough: readTime(child(validity, 1)),
    ...readExtensions(body.children.slice(first + 6).find((element) => element.tag === TAG.context3)),
  }
}

function readExtensions(holder: Element | undefined) {
  const values = new Map<string, Element>()
  let hasUnknownCriticalExtension = false
  for (const extension of holder ? child(holder, 0, TAG.sequence).children : []) {
    const name = readObjectIdentifier(child(extension, 0))
    if (values.has(name)) throw new DerProblem('extension named twice')
    values.set(name, readElement(child(extension, -1, TAG.octetString).body, 'lenient'))
    const isCritical = extension.children.length === 3 && extension.children[1]?.body[0] === 0xff
    if (isCritical && !UNDERSTOOD.has(name)) hasUnknownCriticalExtension = true
  }
  const usage = values.get(EXTENSION.keyUsage)?.body
  const constraints = values.get(EXTENSION.basicConstraints)?.children ?? []
  const pathLength = constraints.find((element) => element.tag === TAG.integer)
  return {
    hasUnknownCriticalExtension,
    keyUsage: usage ? ((usage[1] ?? 0) << 8) | (usage[2] ?? 0) : undefined,
    extendedKeyUsage: values.get(EXTENSION.extendedKeyUsage)?.children.map(readObjectIdentifier),
    subjectKeyIdentifier: values.get(EXTENSION.subjectKeyIdentifier)?.body,
    isAuthority: constraints[0]?.tag === TAG.boolean && constraints[0].body[0] === 0xff,
    pathLength: pathLength ? pathLength.body.readUIntBE(0, Math.min(pathLength.body.length, 4)) : undefined,
  }
}

/** Reads a certificate, or undefined if it cannot be read. */
export function tryReadCertificate(bytes: Buffer): Certificate | undefined {
  try {
    return readCertificate(bytes)
  } catch {
    return undefined
  }
}
