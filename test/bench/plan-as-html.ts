import type { ContentSection, PlanContent } from './plan-content.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const list = (tag: string, texts: readonly string[]) => texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')

/** The measures of the plan's own page, so that the pages hold about as much. */
const style = (fonts: string) => `
@font-face { font-family: Plan; src: url('${fonts}noto-sans-regular.ttf') }
@font-face { font-family: Plan; font-weight: 600; src: url('${fonts}noto-sans-semibold.ttf') }
@page { size: A4; margin: 70pt 49.28pt 46pt 66pt }
body { margin: 0; font: 8.9pt/1.54 Plan; color: #16191c }
h1 { font-size: 20pt; line-height: 1.43; margin: 0 }
h2 { font-size: 13.5pt; line-height: 1.5; margin: 12pt 0 3pt; padding-top: 3pt; border-top: 1.6pt solid #16191c }
h1, h2 { font-weight: 600; break-after: avoid }
p { margin: 0 }
section { break-inside: avoid }
.signatures { break-before: page }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 2pt 0 4pt; font-size: 8.6pt; border-top: 1pt solid #16191c }
th { font-size: 7.8pt; font-weight: 600; line-height: 1.43; text-align: left; border-bottom: 0.8pt solid #16191c }
td { border-bottom: 0.4pt solid #aab2b7; vertical-align: top }
th, td { padding: 2.6pt 4pt 3pt }
th:first-child, td:first-child { padding-left: 0 }
th:last-child, td:last-child { padding-right: 0 }
.end { text-align: right }
ul { margin: 0; padding-left: 10pt }
.box { display: inline-block; box-sizing: border-box; width: 228pt; height: 264pt; margin-right: 16pt; border: 1pt solid; padding: 6pt }`

function sectionHtml({ heading, paragraphs, table, points }: ContentSection, index: number): string {
  const cell = (tag: 'th' | 'td', text: string, column: number) => {
    const kind = tag === 'th' ? ' scope="col"' : ''
    const align = table.columns[column]?.align === 'end' ? ' class="end"' : ''
    return `<${tag}${kind}${align}>${escaped(text)}</${tag}>`
  }
  const columns = table.columns.map(({ width }) => (width === 'fill' ? '<col>' : `<col style="width:${width + 8}pt">`)).join('')
  const head = table.columns.map(({ title }, column) => cell('th', title, column)).join('')
  const rows = table.rows.map((cells) => `<tr>${cells.map((text, column) => cell('td', text, column)).join('')}</tr>`).join('')
  return `<section><h2>${index + 1}  ${escaped(heading)}</h2>${list('p', paragraphs)}
<table summary="${escaped(table.summary)}"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>
<ul>${list('li', points)}</ul></section>`
}

/** The plan as a page to print. `fonts` is the address of the folder with the faces. */
export function planAsHtml({ title, reference, sections, signatures }: PlanContent, fonts: string): string {
  const boxes = signatures.boxes.map((label) => `<div class="box">${escaped(label)}</div>`).join('')
  return `<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><title>${escaped(title)} ${reference}</title><style>${style(fonts)}</style></head>
<body><h1>${escaped(title)}</h1>${sections.map(sectionHtml).join('\n')}
<section class="signatures"><h2>${escaped(signatures.heading)}</h2>${boxes}</section></body></html>`
}

/** Header and footer of each page in Chromium's way: no font of the page reaches them. */
export function pageTemplates({ reference, title, secondLine, classification, footer }: PlanContent): { header: string; footer: string } {
  const line = 'style="font-size:7.5pt; width:100%; margin:0 49pt 0 66pt; display:flex; justify-content:space-between"'
  const count = 'Sida <span class="pageNumber"></span> av <span class="totalPages"></span>'
  return {
    header: `<div ${line}><span><b>${reference}</b> ${escaped(title)}<br>${escaped(secondLine)}</span><span><b>${classification}</b><br>${count}</span></div>`,
    footer: `<div ${line}>${escaped(footer)}</div>`,
  }
}
