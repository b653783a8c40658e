import { stretchesOf } from '../model/other-language.ts'
import type { Alignment, RichText, Run, TypeStep } from '../model/text.ts'
import type { LayoutNode, TextStyle } from './layout-node.ts'
import { colours, typeScale } from './style.ts'

export interface TextOptions {
  readonly step: TypeStep
  readonly bold?: boolean | undefined
  readonly muted?: boolean | undefined
  readonly align?: Alignment | undefined
  readonly language?: string | undefined
}

/** Letters are composed first: faces hold `ș` as one glyph, sources may spell it as two. */
function composed(text: string): string {
  return text.normalize('NFC')
}

export function styleOfStep(step: TypeStep): TextStyle {
  const { fontSize, lineHeight, bold, muted } = typeScale[step]
  return { fontSize, lineHeight, bold: bold ?? false, color: muted ? colours.mute : colours.ink }
}

function runNode(run: string | Run): LayoutNode {
  if (typeof run === 'string') return { text: composed(run) }
  return {
    text: composed(run.text),
    ...(run.step && styleOfStep(run.step)),
    ...(run.bold !== undefined && { bold: run.bold }),
    ...(run.italic !== undefined && { italics: run.italic }),
    ...(run.muted && { color: colours.mute }),
    ...(run.language && { language: run.language }),
  }
}

/** A run whose words are partly in another language becomes several. */
function runNodesOf(run: string | Run): LayoutNode[] {
  const { text, ...rest } = typeof run === 'string' ? { text: run } : run
  return stretchesOf(text).map((each) => runNode(typeof each === 'string' ? { ...rest, text: each } : { ...rest, ...each }))
}

export function runNodes(text: RichText): string | LayoutNode[] {
  if (typeof text !== 'string') return text.flatMap(runNodesOf)
  const [first = '', ...others] = stretchesOf(text)
  return typeof first === 'string' && others.length === 0 ? composed(first) : runNodesOf(text)
}

/** pdfmake aligns to left and right; right-to-left documents are mirrored afterwards. */
export function alignmentOf(align: Alignment): 'left' | 'center' | 'right' {
  return align === 'center' ? 'center' : align === 'end' ? 'right' : 'left'
}

export function textNode(text: RichText, options: TextOptions): LayoutNode {
  return {
    text: runNodes(text),
    ...styleOfStep(options.step),
    ...(options.bold !== undefined && { bold: options.bold }),
    ...(options.muted && { color: colours.mute }),
    ...(options.align && { alignment: alignmentOf(options.align) }),
    ...(options.language && { language: options.language }),
  }
}
