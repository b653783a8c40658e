import type { Inline, LayoutLine } from './pdfmake-types.ts'

const seam = '\u00ad'

type Measure = (text: string, inline: Inline) => number

function setText(line: LayoutLine, inline: Inline, text: string, measure: Measure): void {
  inline.text = text
  const width = measure(text, inline)
  line.inlineWidths += width - inline.width
  inline.width = width
}

/** Width that the line would have with a hyphen in place of its last seam. */
function widthWithHyphen(line: LayoutLine, last: Inline, measure: Measure): number {
  return line.getWidth() - last.width + measure(last.text.replace(/\u00ad$/u, '-'), last)
}

function takeBack(line: LayoutLine, waiting: Inline[]): void {
  const last = line.inlines.pop()
  if (!last) return
  waiting.unshift(last)
  line.inlineWidths -= last.width
  line.trailingCut = line.inlines.at(-1)?.trailingCut ?? 0
}

/**
 * A soft hyphen breaks a word but draws nothing: draws a real hyphen where the line ends at a seam.
 * Where the hyphen has no room, the part before it goes to the next line.
 */
export function hyphenateAtSeam(line: LayoutLine, waiting: Inline[], measure: Measure): void {
  let last = line.inlines.at(-1)
  while (
    last?.text.endsWith(seam) &&
    waiting.length > 0 &&
    line.inlines.length > 1 &&
    widthWithHyphen(line, last, measure) > line.maxWidth
  ) {
    takeBack(line, waiting)
    last = line.inlines.at(-1)
  }
  if (last?.text.endsWith(seam) && waiting.length > 0) setText(line, last, last.text.replace(/\u00ad$/u, '-'), measure)
}
