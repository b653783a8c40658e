import type { KeyObject } from 'node:crypto'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'

export type Source = AsyncIterable<Uint8Array> | Uint8Array

/** Content cut, sealed and digested, not yet kept anywhere. */
export type SealedContent = {
  readonly id: string
  readonly digest: Uint8Array
  readonly size: number
  readonly chunks: readonly Uint8Array[]
}

export const chunkSize = 256 * 1024
/** A file goes in whole or not at all, so one transaction must carry it. */
export const largestAttachment = 100_000_000

export const placeOfChunk = (content: string, number: number) => ({
  table: 'content_chunks',
  row: content,
  column: 'bytes',
  version: number,
})

async function* piecesOf(source: Source): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source
  else yield* source
}

/** Reads a source in chunks of `chunkSize`; only one of them is ever held unsealed here. Refuses what is larger than a register takes. */
export async function sealContent(session: Session, key: KeyObject, id: string, source: Source): Promise<SealedContent> {
  const digest = session.keys.digest(key)
  const chunks: Uint8Array[] = []
  const waiting = Buffer.alloc(chunkSize)
  let filled = 0
  let size = 0
  const close = () => {
    chunks.push(session.keys.seal(key, waiting.subarray(0, filled), placeOfChunk(id, chunks.length + 1)))
    filled = 0
  }
  try {
    for await (const piece of piecesOf(source)) {
      size += piece.length
      if (size > largestAttachment) throw new Refusal('attachment-too-large', { limit: largestAttachment / 1_000_000 })
      digest.update(piece)
      for (let from = 0; from < piece.length; ) {
        const part = piece.subarray(from, from + chunkSize - filled)
        waiting.set(part, filled)
        filled += part.length
        from += part.length
        if (filled === chunkSize) close()
      }
    }
    if (filled > 0) close()
  } finally {
    waiting.fill(0)
  }
  return { id, digest: digest.end(), size, chunks }
}
