import type { ParentTree, PdfDocument, PdfReference } from './pdfmake-types.ts'
import { pdfString } from './signature-widget.ts'
import { type MarkedPiece, type ObjectPiece, StructureElement } from './structure-element.ts'

/** Elements that mean something even without content, such as an empty cell. */
const keptEmpty = new Set(['Document', 'Table', 'TR', 'TD', 'TH'])

function prune(element: StructureElement): boolean {
  element.children = element.children.filter((child) => !(child instanceof StructureElement) || prune(child))
  return element.children.length > 0 || keptEmpty.has(element.type)
}

/** Attribute objects of ISO 32000-1, 14.8.5. */
function attributeObjects({ type, attributes }: StructureElement): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = []
  if (type === 'TH' || type === 'TD') {
    const { scope, columnSpan = 1, rowSpan = 1 } = attributes
    const cell = {
      ...(scope && { Scope: scope }),
      ...(columnSpan > 1 && { ColSpan: columnSpan }),
      ...(rowSpan > 1 && { RowSpan: rowSpan }),
    }
    if (Object.keys(cell).length > 0) objects.push({ O: 'Table', ...cell })
  }
  if (attributes.summary) objects.push({ O: 'Table', Summary: pdfString(attributes.summary) })
  if (attributes.numbering) objects.push({ O: 'List', ListNumbering: attributes.numbering })
  if (attributes.boundingBox) objects.push({ O: 'Layout', Placement: 'Block', BBox: attributes.boundingBox })
  if (attributes.rightToLeft) objects.push({ O: 'Layout', WritingMode: 'RlTb' })
  return objects
}

function dictionaryOf(element: StructureElement, parent: PdfReference): Record<string, unknown> {
  const { language, alternative, actualText } = element.attributes
  const [single, ...more] = attributeObjects(element)
  return {
    Type: 'StructElem',
    S: element.type,
    P: parent,
    ...(language && { Lang: pdfString(language) }),
    ...(alternative && { Alt: pdfString(alternative) }),
    ...(actualText && { ActualText: pdfString(actualText) }),
    ...(single && { A: more.length > 0 ? [single, ...more] : single }),
  }
}

/** Writes the tree and the parent tree. pdfkit's own structure classes give links the wrong page and lose marks numbered 0. */
export function writeStructure(document: PdfDocument, tree: StructureElement): void {
  prune(tree)
  const root = document.getStructTreeRoot()
  root.data['K'] = [writeElement(document, tree, root)]
}

function writeElement(document: PdfDocument, element: StructureElement, parent: PdfReference): PdfReference {
  const reference = document.ref(dictionaryOf(element, parent))
  const parentTree = document.getStructParentTree()
  const firstPage = element.children.find(
    (child): child is MarkedPiece => !(child instanceof StructureElement) && child.kind === 'piece',
  )?.page
  if (firstPage) reference.data['Pg'] = firstPage
  const kids = element.children.map((child) => {
    if (child instanceof StructureElement) return writeElement(document, child, reference)
    noteParent(parentTree, child, reference)
    if (child.kind === 'object') return { Type: 'OBJR', Obj: child.object, Pg: child.page }
    return child.page === firstPage ? child.identifier : { Type: 'MCR', Pg: child.page, MCID: child.identifier }
  })
  if (kids.length > 0) reference.data['K'] = kids
  reference.end()
  return reference
}

function noteParent(parentTree: ParentTree, child: MarkedPiece | ObjectPiece, reference: PdfReference): void {
  if (child.kind === 'object') parentTree.add(child.key, reference)
  else parentTree.get(child.page.data['StructParents'])[child.identifier] = reference
}
