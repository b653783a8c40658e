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

export function runNodes(text: RichText): string | LayoutNode[] {
  return typeof text === 'string' ? composed(text) : text.map(runNode)
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
