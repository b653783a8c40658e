import { parentPort } from 'node:worker_threads'
import { layOutDocument } from './lay-out-document.ts'
import type { LayoutReply, LayoutRequest } from './render-document.ts'

/** Laying out blocks its thread for the whole time, so it has one of its own. */
parentPort?.on('message', async ({ id, document, fonts }: LayoutRequest) => {
  const reply = (message: LayoutReply, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer)
  try {
    const result = await layOutDocument(document, fonts)
    reply({ id, result }, result.ok && result.value.bytes.buffer instanceof ArrayBuffer ? [result.value.bytes.buffer] : [])
  } catch (error) {
    reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
