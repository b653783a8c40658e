import { sha256 } from './cms/algorithms.ts'
import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, PdfStream, type PdfValue, readText } from './pdf/values.ts'

/** A file inside a verified file. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  /** AFRelationship, for example `Data` or `Source`. */
  readonly relationship: string
  readonly content: Uint8Array
  /** Hexadecimal. */
  readonly sha256: string
}

const MAX_DEPTH = 20

/** The files embedded in a PDF, by its name tree. One that cannot be read is left out. */
export function readAttachments(file: PdfFile): Attachment[] {
  const names = file.tryDictionary(file.catalog.get('Names'))
  const found: PdfValue[] = []
  collect(file, names?.get('EmbeddedFiles'), found, 0)
  return found.map((value) => readOne(file, value)).filter((attachment) => attachment !== undefined)
}

function collect(file: PdfFile, node: PdfValue | undefined, found: PdfValue[], depth: number): void {
  const entries = node === undefined || depth > MAX_DEPTH ? undefined : file.tryDictionary(node)
  const pairs = file.resolve(entries?.get('Names'))
  if (isArray(pairs)) found.push(...pairs.filter((_, index) => index % 2 === 1))
  const kids = file.resolve(entries?.get('Kids'))
  if (isArray(kids)) for (const kid of kids) collect(file, kid, found, depth + 1)
}

function readOne(file: PdfFile, value: PdfValue): Attachment | undefined {
  try {
    const specification = file.dictionary(value)
    const embedded = file.dictionary(specification.get('EF'))
    const stream = file.resolve(embedded.get('UF') ?? embedded.get('F'))
    if (!(stream instanceof PdfStream)) return undefined
    const content = file.unpack(stream)
    return {
      name: readText(file.resolve(specification.get('UF') ?? specification.get('F'))) ?? '',
      mediaType: nameText(stream.dictionary.get('Subtype')) ?? '',
      relationship: nameText(specification.get('AFRelationship')) ?? '',
      content,
      sha256: sha256(content).toString('hex'),
    }
  } catch (error) {
    if (isReadingProblem(error)) return undefined
    throw error
  }
}
