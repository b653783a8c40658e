import type { Attachment } from '../model/document-model.ts'
import type { PdfDocument } from './pdfmake-types.ts'
import { pdfString } from './signature-widget.ts'

/**
 * Attaches a file as data of the document (PDF/A-3: AFRelationship, F and UF, dates).
 * pdfkit's own would write its check sum as text where the format wants bytes; the signature covers the content anyway.
 */
export function attachFile(document: PdfDocument, { name, mediaType, description, bytes }: Attachment, created: Date): void {
  const content = document.ref({
    Type: 'EmbeddedFile',
    Subtype: mediaType.replace('/', '#2F'),
    Params: { Size: bytes.length, CreationDate: created, ModDate: created },
  })
  content.end(Buffer.from(bytes))
  const specification = document.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: pdfString(name),
    UF: pdfString(name),
    Desc: pdfString(description),
    EF: { F: content },
  })
  specification.end()
  document.addNamedEmbeddedFile(name, specification)
  const files = document._root.data['AF']
  document._root.data['AF'] = [...(Array.isArray(files) ? files : []), specification]
}
