import type { Result } from '#domain/result.ts'
import type { DocumentModel } from '../model/document-model.ts'
import { findLost, findOverflow } from './find-overflow.ts'
import { mirrorNode } from './mirror.ts'
import { type PageDefinition, pageDefinition } from './page-definition.ts'
import { normalizePageMargin, normalizePageSize } from './pdfmake-internals.ts'
import type { BreakCandidate, BreakQueries } from './pdfmake-types.ts'
import { LayoutFindings, type RenderProblem } from './problems.ts'
import { writeStructure } from './structure-writer.ts'
import { fontFamily, styleOfBody } from './style.ts'
import { type FontFamilies, TaggedDocument } from './tagged-document.ts'
import { TaggedLayoutBuilder } from './tagged-layout-builder.ts'
import { TaggedRenderer } from './tagged-renderer.ts'

export interface RenderedDocument {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** A heading with fewer than three nodes of others after it on its page moves to the next one. */
function standsAlone({ headlineLevel: own }: BreakCandidate, queries: BreakQueries): boolean {
  if (!own) return false
  return queries.getFollowingNodesOnPage().length - (own - 1) < 3 && queries.getNodesOnNextPage().length > 0
}

function mirrored(definition: PageDefinition): PageDefinition {
  const turn = <Node extends Parameters<typeof mirrorNode>[0]>(node: Node) => {
    mirrorNode(node)
    return node
  }
  const { header, footer, margins } = definition
  return {
    ...definition,
    margins: [margins[2], margins[1], margins[0], margins[3]],
    content: definition.content.map(turn),
    header: header && ((page, pages) => turn(header(page, pages))),
    footer: (page, pages) => turn(footer(page, pages)),
  }
}

/** Lays out, checks and writes one document. Runs in the layout worker; `fonts` are absolute paths. */
export async function layOutDocument(model: DocumentModel, fonts: FontFamilies): Promise<Result<RenderedDocument, RenderProblem>> {
  const rightToLeft = model.direction === 'right-to-left'
  const definition = rightToLeft ? mirrored(pageDefinition(model)) : pageDefinition(model)
  const document = new TaggedDocument(model, fonts)
  const findings = new LayoutFindings()
  const fallbackFamilies = Object.keys(fonts).filter((family) => family !== fontFamily)
  const builder = new TaggedLayoutBuilder(normalizePageSize('A4'), normalizePageMargin(definition.margins), {
    rightToLeft,
    fallbackFamilies,
    findings,
  })
  const pages = builder.layoutDocument(
    definition.content,
    document,
    {},
    { font: fontFamily, ...styleOfBody(model.template) },
    definition.background,
    definition.header,
    definition.footer,
    undefined,
    standsAlone,
  )
  findings.overflows.push(...findLost(pages, builder.laidOut), ...findOverflow(pages, definition.margins))
  const problem = findings.problem()
  if (problem) return { ok: false, error: problem }

  const renderer = new TaggedRenderer(document)
  renderer.renderPages(pages)
  renderer.leave()
  if (renderer.signatureFields.length > 0) document._root.data['AcroForm'] = document.ref({ Fields: renderer.signatureFields, SigFlags: 1 })
  writeStructure(document, builder.tree)
  return { ok: true, value: { bytes: await document.finish(), pages: pages.length } }
}
