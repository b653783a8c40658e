import { createHash } from 'node:crypto'
import type { AttachmentFacts } from '#register/attachments/facts.ts'

/** Bytes of a length, the same in every run, of which no part is like another. */
export function manyBytes(length: number, seed = 'bytes'): Uint8Array {
  const bytes = Buffer.alloc(length)
  let block = createHash('sha256').update(seed).digest()
  for (let from = 0; from < length; from += block.length) {
    block.copy(bytes, from)
    block = createHash('sha256').update(block).digest()
  }
  return bytes
}

/** A source that gives its bytes in pieces of odd sizes, as files and networks do. */
export async function* inPieces(bytes: Uint8Array, piece = 70_001): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
}

export const facts = (change: Partial<AttachmentFacts> = {}): AttachmentFacts => ({
  name: 'Intyg Ana Påhittadsson.pdf',
  kind: 'pdf',
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  documentType: 'DOC_HEALTH',
  issuedOn: '2026-09-22',
  ...change,
})
