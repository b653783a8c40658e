import type { PdfDocument } from './pdfmake-types.ts'
import type { LayoutFindings } from './problems.ts'
import { fontFamily } from './style.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, entity: string) => {
    if (/^#x/i.test(entity)) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16))
    return entity.startsWith('#') ? String.fromCodePoint(Number(entity.slice(1))) : (named[entity] ?? whole)
  })
}

/** Letters inside pictures: there is no fallback for them, the document's own family must have them all. */
export function findMissingInSvg(svg: string, document: PdfDocument, findings: LayoutFindings): void {
  const [face] = [document.provideFont(fontFamily, false, false), document.provideFont(fontFamily, true, false)]
  for (const [, content = ''] of svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)) {
    const text = decoded(content.replace(/<[^>]*>/g, ''))
    for (const character of text)
      if (!/\s/.test(character) && !face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) findings.addMissing(character, text)
  }
}
