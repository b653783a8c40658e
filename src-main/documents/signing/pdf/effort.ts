import { PdfProblem } from './values.ts'

const MEGABYTE = 1024 * 1024

/**
 * How much work one file may cause, all its revisions together. A few bytes can point a thousand times at the same place, contain
 * themselves, or unpack to gigabytes; an honest file, however large, stays far below every limit.
 */
export class Effort {
  private readonly left
  /** One for all: a file can fail a million times, and each new error would cost more than the work that it spares. */
  private refusal: PdfProblem | undefined

  /** `length` of the file in bytes: a large one may be read several times. */
  constructor(length: number) {
    this.left = {
      /** PDF values made, and values compared again. */
      values: 2_000_000,
      /** Bytes gone through, the bodies of streams included. */
      bytes: 128 * MEGABYTE + 8 * length,
      /** Rows of cross-reference tables and of object streams. */
      entries: 1_000_000,
      /** All streams of a file together: many small bombs are one big bomb. */
      unpacked: 192 * MEGABYTE,
    }
  }

  /** What was refused for its effort was not looked at: nothing good can be said of such a file. */
  get isExhausted(): boolean {
    return this.refusal !== undefined
  }

  /** Throws PdfProblem when a limit is passed, and from then on whatever is asked. */
  spend(kind: 'values' | 'bytes' | 'entries' | 'unpacked', amount: number): void {
    this.left[kind] -= amount
    if (this.left[kind] < 0) this.refusal ??= new PdfProblem(`too many ${kind}`)
    if (this.refusal) throw this.refusal
  }

  remaining(kind: 'unpacked'): number {
    return Math.max(0, this.left[kind])
  }
}
