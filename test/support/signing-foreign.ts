import { OID, sha256 } from '#documents/signing/cms/algorithms.ts'
import { child, integer, objectIdentifier, octetString, readElement, sequence, TRUE } from '#documents/signing/cms/der.ts'
import type { AskTimeStamp } from '#documents/signing/cms/time-stamp.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { PdfReference } from '#documents/signing/pdf/values.ts'
import type { IssuedCertificate } from './signing-certificates.ts'
import { must } from './signing-must.ts'
import { fileFrom, toPem } from './signing-tools.ts'
import { appendUpdate, fieldNamed, withKeys } from './signing-updates.ts'

const RESERVED = 4096

/** A PDF signed as other programs do it: another dictionary, no certification, no box, and any container. */
export async function signForeign(
  plan: Buffer,
  subFilter: string,
  makeContainer: (content: Buffer) => Buffer | Promise<Buffer>,
): Promise<Buffer> {
  const file = new PdfFile(plan)
  const [number, entries] = fieldNamed(file, 'organisation')
  const empty = '0'.repeat(RESERVED * 2)
  const blank = ' '.repeat(40)
  const text = `<< /Type /Sig /Contents <${empty}> /ByteRange [${blank}]\n/SubFilter /${subFilter} /Filter /Adobe.PPKLite >>`
  const bytes = appendUpdate(plan, {
    objects: [
      [number, withKeys(entries, { V: new PdfReference(file.size) })],
      [file.size, { text }],
    ],
  })
  const start = bytes.indexOf(`<${empty}>`)
  const end = start + empty.length + 2
  bytes.write(`0 ${start} ${end} ${bytes.length - end}`.padEnd(blank.length), bytes.indexOf(`[${blank}]`) + 1, 'latin1')
  const container = await makeContainer(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]))
  if (container.length > RESERVED) throw new Error('the container does not fit')
  bytes.write(container.toString('hex'), start + 1, 'latin1')
  return bytes
}

/** A detached CMS made by openssl, with the options given. */
export function openSslContainer(signer: IssuedCertificate, ...options: readonly string[]): (content: Buffer) => Buffer {
  const words = [
    'cms',
    '-sign',
    '-binary',
    '-in',
    'content',
    '-signer',
    'cert.pem',
    '-inkey',
    'key.pem',
    '-outform',
    'DER',
    '-out',
    'cms.der',
  ]
  const key = signer.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const files = { 'cert.pem': toPem(signer.certificate), 'key.pem': key }
  return (content) => fileFrom('openssl', [...words, ...options], { ...files, content }, 'cms.der')
}

/** A time stamp over the document itself (RFC 3161). */
export const documentStamp =
  (ask: AskTimeStamp) =>
  async (content: Buffer): Promise<Buffer> => {
    const imprint = sequence(sequence(objectIdentifier(OID.sha256)), octetString(sha256(content)))
    const answer = readElement(Buffer.from(await ask(sequence(integer(1), imprint, integer(0x1234567), TRUE))))
    return must(child(answer, 1)).raw
  }
