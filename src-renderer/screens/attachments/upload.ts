import { ulid } from 'ulid'
import type { Input, Output } from '#contract/operations.ts'
import { call } from '../../app/call.ts'

/** 512 KiB make 700 kB of base64: the most that a message may carry well below its limit. */
const partSize = 512 * 1024

type Described = Omit<Input<'attachment.finish'>, 'upload' | 'operationId'>

/**
 * Sends a file in parts to the register; nothing of it is written anywhere before it is sealed. `onShare` hears the share that is
 * through, 0 … 1. On any refusal the parts are dropped on the other side, and the refusal is thrown.
 */
export async function upload(file: File, described: Described, onShare: (share: number) => void): Promise<Output<'attachment.finish'>> {
  const { upload: id } = await call('attachment.begin', { reference: described.reference, name: file.name, size: file.size })
  try {
    for (let from = 0, number = 1; from < file.size; from += partSize, number += 1) {
      const bytes = new Uint8Array(await file.slice(from, from + partSize).arrayBuffer())
      await call('attachment.part', { upload: id, number, base64: base64(bytes) })
      onShare(Math.min(1, (from + bytes.length) / file.size))
    }
    return await call('attachment.finish', { ...described, upload: id, operationId: ulid() })
  } catch (error) {
    // The refusal counts; if the parts are gone already, so much the better.
    await call('attachment.abandon', { upload: id }).catch(() => undefined)
    throw error
  }
}

const stride = 0x8000

/** In strides, because an argument list has a limit. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += stride) text += String.fromCharCode(...bytes.subarray(from, from + stride))
  return btoa(text)
}
