import { sign } from 'node:crypto'
import { OID, sha256 } from '#documents/signing/cms/algorithms.ts'
import { readCertificate } from '#documents/signing/cms/certificate.ts'
import {
  child,
  encode,
  encodeTime,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  readElement,
  sequence,
  setOf,
  TAG,
} from '#documents/signing/cms/der.ts'
import type { AskTimeStamp } from '#documents/signing/cms/time-stamp.ts'
import { type IssuedCertificate, signatureAlgorithm } from './signing-certificates.ts'

const SIGNING_TIME = '1.2.840.113549.1.9.5'
const POLICY = '1.3.6.1.4.1.55555.1'
let serial = 0

const attribute = (type: string, value: Buffer) => sequence(objectIdentifier(type), encode(TAG.set, value))

/** A time-stamp service in this process. `spare`: certificates that it adds without need, as real services do. */
export function timeStampService(service: IssuedCertificate, spare: readonly IssuedCertificate[], at: string): AskTimeStamp {
  return async (request) => {
    const question = readElement(request)
    const { issuer, serialNumber } = readCertificate(service.certificate)
    const digits = new Date(at)
      .toISOString()
      .replace(/[-:T]|\.\d+/g, '')
      .slice(0, 14)
    const statement = sequence(
      integer(1),
      objectIdentifier(POLICY),
      child(question, 1).raw,
      integer(0x21000000 + serial++),
      encode(0x18, Buffer.from(`${digits}Z`)),
      child(question, 2, TAG.integer).raw,
    )
    const attributes = setOf(
      attribute(OID.contentType, objectIdentifier(OID.timeStampInfo)),
      attribute(SIGNING_TIME, encodeTime(Date.parse(at))),
      attribute(OID.messageDigest, octetString(sha256(statement))),
      attribute(OID.signingCertificateV2, sequence(sequence(sequence(octetString(sha256(service.certificate)))))),
    )
    const signature = sign('sha256', attributes, service.privateKey)
    attributes[0] = TAG.context0
    const digest = sequence(objectIdentifier(OID.sha256), NULL)
    const isCurve = service.privateKey.asymmetricKeyType === 'ec'
    const algorithm = isCurve ? signatureAlgorithm(service.privateKey) : sequence(objectIdentifier(OID.rsaEncryption), NULL)
    const signer = sequence(integer(1), sequence(issuer, serialNumber), digest, attributes, algorithm, octetString(signature))
    const body = sequence(
      integer(3),
      encode(TAG.set, digest),
      sequence(objectIdentifier(OID.timeStampInfo), encode(TAG.context0, octetString(statement))),
      encode(TAG.context0, service.certificate, ...spare.map(({ certificate }) => certificate)),
      encode(TAG.set, signer),
    )
    return sequence(sequence(integer(0)), sequence(objectIdentifier(OID.signedData), encode(TAG.context0, body)))
  }
}
