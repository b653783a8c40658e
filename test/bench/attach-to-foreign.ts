import { deflateSync } from 'node:zlib'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { dictionary, isArray, PdfName, PdfReference, PdfStream, type PdfValue, textString } from '#documents/signing/pdf/values.ts'
import { appendUpdate, referenceIn, withKeys } from '../support/signing-updates.ts'
import { signatureBoxes } from './plan-as-document.ts'

const pageHeight = 841.89

function lastPage(file: PdfFile): PdfReference {
  let node = referenceIn(file.catalog, 'Pages')
  for (;;) {
    const kids = file.resolve(file.dictionary(node).get('Kids'))
    if (!isArray(kids)) return node
    const last = kids.at(-1)
    if (!(last instanceof PdfReference)) throw new Error('a page tree without pages')
    node = last
  }
}

function attachment(bytes: Uint8Array, at: number): [number, PdfValue][] {
  const packed = deflateSync(bytes)
  const entries = { Type: new PdfName('EmbeddedFile'), Subtype: new PdfName('application/json'), Filter: new PdfName('FlateDecode') }
  const specification = {
    Type: new PdfName('Filespec'),
    AFRelationship: new PdfName('Data'),
    F: textString('plan.json'),
    UF: textString('plan.json'),
    EF: dictionary({ F: new PdfReference(at) }),
  }
  return [
    [at, new PdfStream(dictionary({ ...entries, Length: packed.length }), packed)],
    [at + 1, dictionary(specification)],
  ]
}

function field(name: keyof typeof signatureBoxes, page: PdfReference): PdfValue {
  const { left, top, right, bottom } = signatureBoxes[name]
  return dictionary({
    Type: new PdfName('Annot'),
    Subtype: new PdfName('Widget'),
    FT: new PdfName('Sig'),
    T: textString(name),
    F: 132,
    P: page,
    Rect: [left, pageHeight - bottom, right, pageHeight - top],
  })
}

/** Adds in one update what a printed page lacks before it can be signed: the attached data and the two empty signature fields. */
export function attachToForeign(printed: Buffer, json: Uint8Array): Buffer {
  const file = new PdfFile(printed)
  const root = referenceIn(file.trailer, 'Root')
  const page = lastPage(file)
  const first = file.size
  const [specification, organisation, partner, form] = [first + 1, first + 2, first + 3, first + 4].map(
    (number) => new PdfReference(number),
  )
  if (!(specification && organisation && partner && form)) throw new Error('no numbers')
  const fields = [organisation, partner]
  const pageEntries = file.dictionary(page)
  const annotations = file.resolve(pageEntries.get('Annots'))
  const embedded = dictionary({ Names: [textString('plan.json'), specification] })
  return appendUpdate(printed, {
    objects: [
      ...attachment(json, first),
      [organisation.number, field('organisation', page)],
      [partner.number, field('partner', page)],
      [form.number, dictionary({ Fields: fields, SigFlags: 1 })],
      [page.number, withKeys(pageEntries, { Annots: [...(isArray(annotations) ? annotations : []), ...fields] })],
      [root.number, withKeys(file.catalog, { AcroForm: form, AF: [specification], Names: namesWith(file, embedded) })],
    ],
  })
}

/** Printed pages keep their anchors under the same key. */
function namesWith(file: PdfFile, embedded: PdfValue): PdfValue {
  const names = file.catalog.get('Names')
  return withKeys(names === undefined ? new Map() : file.dictionary(names), { EmbeddedFiles: embedded })
}
