import type { Block, Columns, Decoration, Figure, Heading, List, Paragraph, Rule } from '../model/blocks.ts'
import type { Space, TypeStep } from '../model/text.ts'
import { boxNode, boxRowNode } from './box-definition.ts'
import { choiceNode, handFieldNode, signatureFieldNode, writingLineNode } from './form-definition.ts'
import type { LayoutChoices } from './layout-choices.ts'
import type { LayoutNode } from './layout-node.ts'
import { margin, widthOf } from './space.ts'
import { colours, type PageGeometry, rules } from './style.ts'
import { labelValueNode, tableNode } from './table-definition.ts'
import { ruleLayout } from './table-layouts.ts'
import { textNode } from './text-definition.ts'

/** What blocks need to know of the document, and the way back for blocks inside blocks. */
export interface BlockContext {
  readonly geometry: PageGeometry
  /** Width of the text column in points. */
  readonly textWidth: number
  /** Whether headings may still be moved to the next page. */
  readonly breakable: boolean
  readonly choices: LayoutChoices
  nodes(blocks: readonly Block[]): LayoutNode[]
}

const usualSpace: Partial<Record<TypeStep, Space>> = { subtitle: { before: 1, after: 6 }, small: { before: 1, after: 3 } }

function headingPlace(heading: Heading, { breakable, choices }: BlockContext): Pick<LayoutNode, 'movable' | 'pageBreak'> {
  return { ...(breakable && { movable: heading }), ...(choices.moved.has(heading) && { pageBreak: 'before' }) }
}

function sectionHeading(heading: Heading, context: BlockContext): LayoutNode {
  const number = heading.number ? `${heading.number}\u00a0\u00a0` : ''
  const text = typeof heading.text === 'string' ? `${number}${heading.text}` : [number, ...heading.text]
  const other = heading.other
  const otherNode: LayoutNode = {
    ...textNode(other?.text ?? '', { step: 'small', language: other?.language, align: 'end' }),
    fontSize: 8.5,
    width: '*',
    margin: [0, 4.6, 0, 0],
  }
  const title: LayoutNode = {
    ...textNode(text, { step: 'title' }),
    fontSize: 13.5,
    lineHeight: 1.1,
    width: other ? 'auto' : '*',
    headingLevel: 2,
  }
  const ownNodes = other ? 4 : 3
  return {
    ...(context.breakable && { headlineLevel: ownNodes + 1 }),
    ...headingPlace(heading, context),
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: context.textWidth, y2: 0, lineWidth: rules.section, lineColor: colours.ink }],
      },
      { columns: other ? [title, otherNode] : [title], margin: [0, 3, 0, 3] },
    ],
    margin: margin(heading.space, { before: 12 }),
  }
}

function headingNode(heading: Heading, context: BlockContext): LayoutNode {
  const { geometry } = context
  if (heading.level === 2 && geometry.heading === 'title' && !heading.step) return sectionHeading(heading, context)
  const step = heading.step ?? (heading.level === 1 ? geometry.title : heading.level === 2 ? geometry.heading : 'sub-heading')
  const text = textNode(heading.text, { step })
  const muted = heading.other && {
    ...textNode(`   ${heading.other.text}`, { step: 'small', language: heading.other.language }),
    fontSize: heading.level === 1 ? 10 : 8,
  }
  return {
    ...text,
    ...(muted && { text: [{ text: text.text ?? '' }, muted] }),
    headingLevel: heading.level,
    ...(context.breakable && { headlineLevel: 1 }),
    ...headingPlace(heading, context),
    margin: margin(heading.space, heading.level === 1 ? {} : { before: 7, after: 3 }),
  }
}

function paragraphNode(paragraph: Paragraph, context: BlockContext): LayoutNode {
  const step = paragraph.step ?? context.geometry.body
  const { bold, muted, align, language } = paragraph
  return {
    ...textNode(paragraph.text, { step, bold, muted, align, language }),
    margin: margin(paragraph.space, usualSpace[step] ?? {}),
  }
}

function listNode(list: List, context: BlockContext): LayoutNode {
  const step = list.step ?? context.geometry.body
  const items = list.items.map((item): LayoutNode => {
    const isBlocks = typeof item === 'object' && 'blocks' in item
    return isBlocks ? { stack: context.nodes(item.blocks) } : textNode(item, { step })
  })
  const { fontSize, lineHeight, color } = textNode('', { step })
  const style = { ...(fontSize && { fontSize }), ...(lineHeight && { lineHeight }), ...(color && { color }) }
  return { ...(list.ordered ? { ol: items } : { ul: items }), ...style, margin: margin(list.space, {}) }
}

function pictureNode(picture: Figure | Decoration): LayoutNode {
  const node: LayoutNode = { svg: picture.svg, width: picture.width, margin: margin(picture.space, {}) }
  if (picture.kind === 'decoration') return { ...node, artifact: true }
  return { ...node, alternative: picture.alternative, ...(picture.language && { language: picture.language }) }
}

function columnsNode(block: Columns, context: BlockContext): LayoutNode {
  return {
    columns: block.columns.map((column) => ({ stack: context.nodes(column.blocks), width: widthOf(column.width) })),
    columnGap: block.gap,
    margin: margin(block.space, {}),
  }
}

/** A table with nothing but its upper line, so that the rule is as wide as its place. */
function ruleNode(rule: Rule): LayoutNode {
  return {
    table: { widths: ['*'], body: [[{ text: '', fontSize: 0.1, lineHeight: 0.1 }]] },
    layout: ruleLayout(rule.weight),
    margin: margin(rule.space, {}),
    arranges: true,
  }
}

/** An empty line that ends the page: `pageBreak: 'before'` on an unbreakable stack that does not fit gives an empty page. */
function pageBreakNode(): LayoutNode {
  return { text: '', fontSize: 1, lineHeight: 0.1, pageBreak: 'after', artifact: true }
}

export function blockNode(block: Block, context: BlockContext): LayoutNode {
  // A heading beside or inside something else cannot move to the next page alone.
  const inner = blockContext(context, false)
  switch (block.kind) {
    case 'heading':
      return headingNode(block, context)
    case 'paragraph':
      return paragraphNode(block, context)
    case 'list':
      return listNode(block, inner)
    case 'table':
      return tableNode(block, inner)
    case 'label-values':
      return labelValueNode(block, inner)
    case 'box':
      return boxNode(block, inner)
    case 'box-row':
      return boxRowNode(block, inner)
    case 'figure':
    case 'decoration':
      return pictureNode(block)
    case 'columns':
      return columnsNode(block, inner)
    case 'section': {
      const breakable = block.breakable === true || context.choices.opened.has(block)
      return {
        stack: (breakable ? context : inner).nodes(block.blocks),
        unbreakable: !breakable,
        whole: block,
        structureType: 'Sect',
        margin: margin(block.space, {}),
        ...(block.language && { language: block.language }),
      }
    }
    case 'page-break':
      return pageBreakNode()
    case 'spacing':
      return { text: '', fontSize: 0.1, lineHeight: 0.1, artifact: true, margin: [0, 0, 0, block.height] }
    case 'rule':
      return ruleNode(block)
    case 'signature-field':
      return signatureFieldNode(block)
    case 'hand-field':
      return handFieldNode(block)
    case 'writing-line':
      return writingLineNode(block)
    case 'choice':
      return choiceNode(block)
  }
}

export function blockContext(base: Omit<BlockContext, 'nodes' | 'breakable'>, breakable: boolean): BlockContext {
  const context: BlockContext = {
    geometry: base.geometry,
    textWidth: base.textWidth,
    choices: base.choices,
    breakable,
    nodes: (blocks) => blocks.map((block) => blockNode(block, context)),
  }
  return context
}
