import { dictionary, list, type PdfDictionary, type PdfObjects, type PdfValue, pdfText } from './pdf-objects.ts'

/** A node of the logical tree as the finished file has it. */
export interface TreeNode {
  readonly type: string
  readonly reference: string
  readonly entry: PdfDictionary
  readonly attributes: PdfDictionary
  readonly children: readonly TreeNode[]
  /** Marked pieces, `page index:MCID`. */
  readonly pieces: readonly string[]
  /** Annotations with the page that the tree gives them. */
  readonly objects: readonly { readonly reference: string; readonly page: string }[]
}

function attributesOf(pdf: PdfObjects, entry: PdfDictionary): PdfDictionary {
  return Object.assign({}, ...list(pdf.resolve(entry['/A'])).map((each) => dictionary(pdf.resolve(each))))
}

function readNode(pdf: PdfObjects, reference: string, pages: readonly string[]): TreeNode {
  const entry = dictionary(pdf.resolve(reference))
  const children: TreeNode[] = []
  const pieces: string[] = []
  const objects: { reference: string; page: string }[] = []
  for (const kid of list(pdf.resolve(entry['/K']))) {
    const value = pdf.resolve(kid)
    const page = String(dictionary(value)['/Pg'] ?? entry['/Pg'])
    if (typeof value === 'number') pieces.push(`${pages.indexOf(page)}:${value}`)
    else if ('/MCID' in dictionary(value)) pieces.push(`${pages.indexOf(page)}:${dictionary(value)['/MCID']}`)
    else if ('/Obj' in dictionary(value)) objects.push({ reference: String(dictionary(value)['/Obj']), page })
    else children.push(readNode(pdf, String(kid), pages))
  }
  return { type: String(entry['/S'] ?? '').slice(1), reference, entry, attributes: attributesOf(pdf, entry), children, pieces, objects }
}

/** The tree under the structure root; `undefined` when the file has none. */
export function readTree(pdf: PdfObjects): TreeNode | undefined {
  const root = pdf.dictionaryAt(pdf.catalog, '/StructTreeRoot')
  const [first] = list(pdf.resolve(root['/K']))
  return typeof first === 'string' ? readNode(pdf, first, pdf.pages()) : undefined
}

export function allNodes(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(allNodes)]
}

/** Keys and values of the parent tree. */
export function readParentTree(pdf: PdfObjects): Map<number, PdfValue> {
  const result = new Map<number, PdfValue>()
  const walk = (node: PdfValue): void => {
    const numbers = pdf.listAt(node, '/Nums')
    for (let index = 0; index < numbers.length; index += 2) result.set(Number(numbers[index]), numbers[index + 1] ?? null)
    for (const kid of pdf.listAt(node, '/Kids')) walk(kid)
  }
  walk(pdf.at(pdf.catalog['/StructTreeRoot'], '/ParentTree'))
  return result
}

export function languageOf(node: TreeNode): string {
  return pdfText(node.entry['/Lang'])
}
