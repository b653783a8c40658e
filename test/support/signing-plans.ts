import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { dictionary, isArray, PdfName, PdfReference, type PdfValue, textString } from '#documents/signing/pdf/values.ts'
import { fileFrom } from './signing-tools.ts'
import { appendUpdate, findObject, hasType, streamOf, withKeys } from './signing-updates.ts'

const TYPEFACE_FILE = fileURLToPath(new URL('../../resources/fonts/noto-sans-regular.ttf', import.meta.url))
/** The face of the signature box. */
export const TYPEFACE = readFileSync(TYPEFACE_FILE)

/** The attachment of the small plan. */
export const ATTACHED = '{"v":1}'

const BOXES = { organisation: [50, 60, 280, 150], partner: [310, 60, 540, 150] } as const

/**
 * A small real plan before signing: pdfmake, PDF/A-3b, an attached data file, and, added as the generator would, a tagged table cell and
 * the two empty signature fields. `packed`: objects in object streams, with a cross-reference stream.
 */
export async function makeUnsignedPlan({ isPacked = false, sentence = 'Planen gäller M. från Bacău.' } = {}): Promise<Buffer> {
  const printed = await print(sentence)
  return throughQpdf(addFields(printed), isPacked ? ['--object-streams=generate'] : ['--object-streams=disable'])
}

async function print(sentence: string): Promise<Buffer> {
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(dirname(TYPEFACE_FILE)))
  pdfmake.setFonts({ Noto: { normal: TYPEFACE_FILE } })
  const date = new Date('2026-09-30T09:00:00Z')
  const attachment = {
    src: `data:application/json;base64,${Buffer.from(ATTACHED).toString('base64')}`,
    name: 'plan.json',
    type: 'application/json',
    creationDate: date,
    modifiedDate: date,
    relationship: 'Data' as const,
  }
  const definition = {
    subset: 'PDF/A-3b' as const,
    version: '1.7' as const,
    language: 'sv-SE',
    info: { title: 'Provplan', creationDate: date },
    content: [{ text: sentence }],
    defaultStyle: { font: 'Noto' },
    files: { plan: attachment },
  }
  return pdfmake.createPdf(definition).getBuffer()
}

function addFields(printed: Buffer): Buffer {
  const file = new PdfFile(printed)
  const [pageNumber, page] = findObject(file, hasType('Page'))
  const root = file.trailer.get('Root')
  if (!(root instanceof PdfReference)) throw new Error('no catalog')
  const first = file.size
  const annotations = file.resolve(page.get('Annots'))
  const references: PdfValue[] = []
  const objects: [number, PdfValue][] = []
  for (const [index, [name, rectangle]] of Object.entries(BOXES).entries()) {
    const [left, bottom, right, top] = rectangle
    const [widget, box] = [first + index * 2, first + index * 2 + 1]
    references.push(new PdfReference(widget))
    const form = {
      Type: new PdfName('XObject'),
      Subtype: new PdfName('Form'),
      BBox: [0, 0, right - left, top - bottom],
      Resources: new Map(),
    }
    objects.push([box, streamOf('0.5 w 0.5 0.5 229 89 re S', form)])
    objects.push([
      widget,
      dictionary({
        Type: new PdfName('Annot'),
        Subtype: new PdfName('Widget'),
        FT: new PdfName('Sig'),
        T: textString(name),
        TU: textString(`Underskrift: ${name}`),
        F: 132,
        P: new PdfReference(pageNumber),
        Rect: rectangle,
        AP: dictionary({ N: new PdfReference(box) }),
      }),
    ])
  }
  const [form, cell, tree] = [first + 4, first + 5, first + 6]
  objects.push([form, dictionary({ Fields: references, SigFlags: 1 })])
  objects.push([
    cell,
    dictionary({ Type: new PdfName('StructElem'), S: new PdfName('TD'), P: new PdfReference(tree), Pg: new PdfReference(pageNumber) }),
  ])
  objects.push([tree, dictionary({ Type: new PdfName('StructTreeRoot'), K: [new PdfReference(cell)] })])
  objects.push([pageNumber, withKeys(page, { Annots: [...(isArray(annotations) ? annotations : []), ...references] })])
  objects.push([root.number, withKeys(file.catalog, { AcroForm: new PdfReference(form), StructTreeRoot: new PdfReference(tree) })])
  return appendUpdate(printed, { objects })
}

/** Two revisions become one, with the numbers and the kind of table that are wanted. */
const throughQpdf = (bytes: Buffer, options: readonly string[]): Buffer =>
  fileFrom('qpdf', ['--deterministic-id', ...options, 'from.pdf', 'to.pdf'], { 'from.pdf': bytes }, 'to.pdf')
