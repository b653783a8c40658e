import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { filesPort } from './wiring/files-port.ts'
import { certificatesIn } from './wiring/signer.ts'

/** Certificates and passphrases are small; whatever is larger is another file, named by mistake. */
const largest = 1_000_000
const files = filesPort('', undefined)

export async function readSmallText(file: string): Promise<Result<string, Failure>> {
  const read = await files.read(file, largest)
  return read.ok ? { ok: true, value: new TextDecoder().decode(read.value) } : read
}

/** A PEM file of certificates; one that holds none would silently make every signer unknown. */
export async function readCertificates(file: string): Promise<Result<string, Failure>> {
  const read = await readSmallText(file)
  return !read.ok || holdsCertificates(read.value)
    ? read
    : { ok: false, error: { code: 'no-certificate', messageKey: 'failure.no-certificate', values: { file } } }
}

function holdsCertificates(pem: string): boolean {
  try {
    return certificatesIn(pem).length > 0
  } catch {
    return false
  }
}
