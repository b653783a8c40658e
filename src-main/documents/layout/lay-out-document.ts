import type { Result } from '#domain/result.ts'
import type { Block } from '../model/blocks.ts'
import type { DocumentModel } from '../model/document-model.ts'
import { asOverflow, findLonelyHeading, findLost, findOverflow } from './find-overflow.ts'
import type { LayoutChoices } from './layout-choices.ts'
import { mirrorNode } from './mirror.ts'
import { type PageDefinition, pageDefinition } from './page-definition.ts'
import { normalizePageMargin, normalizePageSize } from './pdfmake-internals.ts'
import type { BreakCandidate, BreakQueries, LayoutPage } from './pdfmake-types.ts'
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

interface Attempt {
  readonly document: TaggedDocument
  readonly builder: TaggedLayoutBuilder
  readonly findings: LayoutFindings
  readonly pages: LayoutPage[]
  readonly margins: PageDefinition['margins']
}

function attempt(model: DocumentModel, fonts: FontFamilies, choices: LayoutChoices): Attempt {
  const rightToLeft = model.direction === 'right-to-left'
  const definition = rightToLeft ? mirrored(pageDefinition(model, choices)) : pageDefinition(model, choices)
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
  return { document, builder, findings, pages, margins: definition.margins }
}

/** More than a plan of the largest case needs; each moves at least one heading or opens one block. */
const mostAttempts = 60

/**
 * Parts stay whole where a page has room for them. What is higher than a page is opened from the outside in, and all is laid out again:
 * first the section, then what in it is still too high. Then headings are sought that what they head has left behind. A form to fill in by
 * hand has one page, and nothing in it is opened or moved.
 */
function layOut(model: DocumentModel, fonts: FontFamilies): Attempt {
  const opened = new Set<Block>()
  const moved = new Set<Block>()
  for (let attempts = 1; ; attempts++) {
    const made = attempt(model, fonts, { opened, moved })
    if (model.template === 'form' || attempts === mostAttempts) return made
    const lost = findLost(made.pages, made.builder.laidOut)
    const closed = lost.flatMap(({ inside }) => inside.find((block) => !opened.has(block) && !isOpen(block)) ?? [])
    for (const block of closed) opened.add(block)
    if (closed.length > 0) continue
    const lonely = findLonelyHeading(made.pages, made.builder.laidOut, moved)
    if (!lonely) return made
    moved.add(lonely)
  }
}

const isOpen = (block: Block): boolean => block.kind === 'section' && block.breakable === true

/** Lays out, checks and writes one document. Runs in the layout worker; `fonts` are absolute paths. */
export async function layOutDocument(model: DocumentModel, fonts: FontFamilies): Promise<Result<RenderedDocument, RenderProblem>> {
  const { document, builder, findings, pages, margins } = layOut(model, fonts)
  findings.overflows.push(...findLost(pages, builder.laidOut).map(asOverflow), ...findOverflow(pages, margins))
  const problem = findings.problem()
  if (problem) return { ok: false, error: problem }

  const renderer = new TaggedRenderer(document)
  renderer.renderPages(pages)
  renderer.leave()
  if (renderer.signatureFields.length > 0) document._root.data['AcroForm'] = document.ref({ Fields: renderer.signatureFields, SigFlags: 1 })
  writeStructure(document, builder.tree)
  return { ok: true, value: { bytes: await document.finish(), pages: pages.length } }
}
