import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Result } from '#domain/result.ts'
import type { DocumentModel } from '../model/document-model.ts'
import type { RenderedDocument } from './lay-out-document.ts'
import type { RenderProblem } from './problems.ts'
import { fontFamily, fontFiles } from './style.ts'
import type { FontFamilies } from './tagged-document.ts'

export interface LayoutRequest {
  readonly id: number
  readonly document: DocumentModel
  readonly fonts: FontFamilies
}

export type LayoutReply =
  | { readonly id: number; readonly result: Result<RenderedDocument, RenderProblem> }
  | { readonly id: number; readonly failure: string }

interface Waiting {
  resolve(result: Result<RenderedDocument, RenderProblem>): void
  reject(error: Error): void
}

/** Sources lie three folders deep, the bundle's entry two. */
const fromSource = import.meta.url.endsWith('.ts')
const fontFolder = new URL(fromSource ? '../../../resources/fonts/' : '../../resources/fonts/', import.meta.url)

/** Families in the order in which they are asked for a letter: the first one is the document's own. */
function fontFamilies(folder: URL): FontFamilies {
  const path = (file: string) => fileURLToPath(new URL(file, folder))
  const { normal, bold, italics, bolditalics } = fontFiles
  return { [fontFamily]: { normal: path(normal), bold: path(bold), italics: path(italics), bolditalics: path(bolditalics) } }
}

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

function failAll(error: Error): void {
  worker = undefined
  for (const each of waiting.values()) each.reject(error)
  waiting.clear()
}

function answer(reply: LayoutReply): void {
  const asked = waiting.get(reply.id)
  waiting.delete(reply.id)
  if (waiting.size === 0) worker?.unref()
  if ('result' in reply) asked?.resolve(reply.result)
  else asked?.reject(new Error(`layout failed: ${reply.failure}`))
}

function startWorker(): Worker {
  const started = new Worker(new URL(fromSource ? './layout-worker.ts' : './layout-worker.js', import.meta.url))
  started.on('message', answer)
  started.on('error', failAll)
  return started
}

/**
 * Sets a document and gives the unsigned PDF/A-3b file. Equal models give equal bytes.
 * Rejects only on a defect; everything that the content can cause is a value.
 */
export function renderDocument(document: DocumentModel): Promise<Result<RenderedDocument, RenderProblem>> {
  worker ??= startWorker()
  worker.ref()
  const id = ++lastId
  const reply = new Promise<Result<RenderedDocument, RenderProblem>>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.postMessage({ id, document, fonts: fontFamilies(fontFolder) } satisfies LayoutRequest)
  return reply
}
