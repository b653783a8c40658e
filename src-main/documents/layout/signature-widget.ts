import type { SignatureField } from '../model/fields.ts'
import type { PdfDocument, PdfReference } from './pdfmake-types.ts'

/** Print, and locked against moving. */
const printLocked = 132

/**
 * An unsigned field on the current page with an empty appearance, since the page itself draws the box.
 * Signing later adds V and AP to it and changes nothing else.
 */
export function addSignatureWidget(document: PdfDocument, field: SignatureField): PdfReference {
  const { left, top, right, bottom } = field.box
  const { page } = document
  const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, right - left, bottom - top], Resources: {} })
  appearance.end(Buffer.from('\n'))
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfString(field.name),
    TU: pdfString(field.label),
    F: printLocked,
    P: page.dictionary,
    Rect: [left, page.height - bottom, right, page.height - top].map((value) => Math.round(value * 100) / 100),
    AP: { N: appearance },
  })
  page.annotations.push(widget)
  return widget
}

/** pdfkit writes String objects as PDF strings and primitive strings as names. */
export function pdfString(text: string): object {
  return Object(text)
}
