import { sha256 } from './cms/algorithms.ts'
import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, PdfReference, PdfStream, type PdfValue, readText } from './pdf/values.ts'

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
const MAX_NODES = 10_000

/** The files embedded in a PDF, by its name tree. One that cannot be read is left out. */
export function readAttachments(file: PdfFile): Attachment[] {
  const names = file.tryDictionary(file.catalog.get('Names'))
  const found: PdfValue[] = []
  collect(file, names?.get('EmbeddedFiles'), found, { depth: 0, nodes: { left: MAX_NODES } })
  return found.map((value) => readOne(file, value)).filter((attachment) => attachment !== undefined)
}

/** A tree can name one node many times, or contain itself. */
interface Walk {
  readonly depth: number
  readonly nodes: { left: number }
}

function collect(file: PdfFile, node: PdfValue | undefined, found: PdfValue[], { depth, nodes }: Walk): void {
  if (node === undefined || depth > MAX_DEPTH || nodes.left-- <= 0) return
  const entries = file.tryDictionary(node)
  for (const [index, value] of listIn(file, entries?.get('Names')).entries()) if (index % 2 === 1 && nodes.left-- > 0) found.push(value)
  for (const kid of listIn(file, entries?.get('Kids'))) collect(file, kid, found, { depth: depth + 1, nodes })
}

function listIn(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const list = value instanceof PdfReference ? file.tryGet(value.number) : value
  return isArray(list) ? list : []
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
