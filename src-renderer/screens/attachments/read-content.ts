import { ulid } from 'ulid'
import { call } from '../../app/call.ts'

export type Content = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }

/** The whole content of an attachment, in this window's memory only. A read that is journalled. Stops early when nobody wants it any more. */
export async function readContent(reference: string, id: string, signal: AbortSignal): Promise<Content | undefined> {
  const { parts, size, mediaType } = await call('attachment.open', { reference, id, operationId: ulid() })
  const bytes = new Uint8Array(size)
  let at = 0
  for (let part = 1; part <= parts; part += 1) {
    if (signal.aborted) return undefined
    const text = atob((await call('attachment.read', { id, part })).base64)
    for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index)
    at += text.length
  }
  return { bytes, mediaType }
}
