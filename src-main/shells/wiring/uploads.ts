import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { Upload } from '#operations/attachments-port.ts'

type Waiting = { readonly caseId: string; readonly name: string; readonly size: number; readonly parts: Buffer[]; have: number }

/** Files that wait for their last part, at the same time. */
const mostWaiting = 4

const refused = (code: string, values?: Failure['values']): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, messageKey: `failure.${code}`, ...(values === undefined ? {} : { values }) },
})

/** Files on their way in: in this process's memory only, in order, no more than was announced, wiped when they are let go. */
export class Uploads {
  readonly #waiting = new Map<string, Waiting>()
  readonly #largest: number
  constructor(largest: number) {
    this.#largest = largest
  }

  begin(id: string, caseId: string, name: string, size: number): Result<string, Failure> {
    if (size > this.#largest) return refused('attachment-too-large', { limit: this.#largest / 1_000_000 })
    if (this.#waiting.size >= mostWaiting) return refused('too-many-uploads', { most: mostWaiting })
    this.#waiting.set(id, { caseId, name, size, parts: [], have: 0 })
    return { ok: true, value: id }
  }

  /** Parts are counted from 1 and come in order; one that came already is passed over, so that a lost reply can be asked for again. */
  part(id: string, number: number, base64: string): Result<null, Failure> {
    const upload = this.#waiting.get(id)
    if (upload === undefined) return refused('no-such-upload')
    if (number <= upload.parts.length) return { ok: true, value: null }
    const bytes = Buffer.from(base64, 'base64')
    if (number !== upload.parts.length + 1 || upload.have + bytes.length > upload.size) return this.#spoiled(id)
    upload.parts.push(bytes)
    upload.have += bytes.length
    return { ok: true, value: null }
  }

  whole(id: string): Result<Upload, Failure> {
    const upload = this.#waiting.get(id)
    if (upload === undefined) return refused('no-such-upload')
    const { caseId, name, parts, have, size } = upload
    if (have !== size) return this.#spoiled(id)
    const bytes = Buffer.concat(parts)
    for (const part of parts) part.fill(0)
    parts.splice(0, parts.length, bytes)
    return { ok: true, value: { caseId, name, bytes } }
  }

  drop(id: string): void {
    for (const part of this.#waiting.get(id)?.parts ?? []) part.fill(0)
    this.#waiting.delete(id)
  }

  dropAll(): void {
    for (const id of [...this.#waiting.keys()]) this.drop(id)
  }

  #spoiled(id: string): { ok: false; error: Failure } {
    this.drop(id)
    return refused('upload-broken')
  }
}
