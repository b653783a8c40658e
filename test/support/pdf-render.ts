import { renderDocument } from '#documents/layout/render-document.ts'
import type { DocumentModel } from '#documents/model/document-model.ts'

/** Bytes of a document that must succeed. */
export async function render(document: DocumentModel): Promise<Uint8Array> {
  const result = await renderDocument(document)
  if (!result.ok) throw new Error(`not set: ${JSON.stringify(result.error)}`)
  return result.value.bytes
}

/** What stops a document that must be refused. */
export async function refusal(document: DocumentModel) {
  const result = await renderDocument(document)
  if (result.ok) throw new Error('was set')
  return result.error
}
