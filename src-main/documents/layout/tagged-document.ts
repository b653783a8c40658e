import { createHash } from 'node:crypto'
import type { DocumentModel } from '../model/document-model.ts'
import { attachFile } from './attach-file.ts'
import { PdfDocumentBase } from './pdfmake-internals.ts'
import type { Face } from './pdfmake-types.ts'
import { prepareFace } from './prepare-face.ts'
import { page } from './style.ts'

export interface FontFamilies {
  readonly [family: string]: { readonly normal: string; readonly bold: string; readonly italics: string; readonly bolditalics: string }
}

const producer = 'Hemväg'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Equal content gives equal identifiers; different content, attachments included, gives different ones. */
function contentHash(model: DocumentModel): Uint8Array {
  const hash = createHash('sha256').update(JSON.stringify({ ...model, attachments: model.attachments.map(({ bytes, ...rest }) => rest) }))
  for (const { bytes } of model.attachments) hash.update(bytes)
  return hash.digest().subarray(0, 16)
}

/** A tagged PDF/A-3b file whose bytes depend on the model alone. */
export class TaggedDocument extends PdfDocumentBase {
  readonly #model: DocumentModel
  readonly #prepared = new Set<Face>()

  constructor(model: DocumentModel, fonts: FontFamilies) {
    const created = new Date(model.createdAt)
    super(
      fonts,
      {},
      {},
      {},
      {
        size: [page.width, page.height],
        pdfVersion: '1.7',
        subset: 'PDF/A-3b',
        tagged: true,
        displayTitle: true,
        lang: model.language,
        fontLayoutCache: true,
        bufferPages: false,
        autoFirstPage: false,
        font: null,
        info: { Title: model.title, Author: model.author, Creator: producer, Producer: producer, CreationDate: created, ModDate: created },
      },
      null,
      (path) => Object.values(fonts).some((faces) => Object.values(faces).includes(path)),
    )
    this.#model = model
    this._id = contentHash(model)
    for (const attachment of model.attachments) attachFile(this, attachment, created)
  }

  override provideFont(family: string, bold: boolean, italics: boolean): Face {
    const face = super.provideFont(family, bold, italics)
    const path = this.getFontFile(family, bold, italics)
    if (path !== null && !this.#prepared.has(face)) prepareFace(face, path)
    this.#prepared.add(face)
    return face
  }

  /** pdfkit insists on fonts of text fields, which signature fields have no use for. */
  override endAcroForm(): this {
    const form = this._root.data['AcroForm']
    if (typeof form === 'object' && form !== null && 'end' in form && typeof form.end === 'function') form.end()
    return this
  }

  /** pdfkit's own neither escapes text nor names the language, the identifier and the change date. */
  override _addInfo(): void {
    const { title, author, identifier, language, createdAt } = this.#model
    const instant = `${new Date(createdAt).toISOString().slice(0, 19)}Z`
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate><xmp:CreatorTool>${producer}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator><dc:identifier>${escaped(identifier)}</dc:identifier><dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>
`)
  }

  /** Ends the file and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    this.on('data', (chunk) => chunks.push(chunk))
    const done = new Promise<void>((resolve) => this.on('end', resolve))
    this.end()
    await done
    return new Uint8Array(Buffer.concat(chunks))
  }
}
