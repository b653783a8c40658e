/** What one page's content stream does with marks. */
export interface PageMarks {
  /** MCIDs in the order of drawing. */
  readonly identifiers: readonly number[]
  /** Operators that paint outside every mark. */
  readonly untagged: number
  readonly faults: readonly string[]
}

const token = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|\[|\]/g
const painting = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh'])
const notOperators = new Set(['true', 'false', 'null'])

interface OpenMark {
  readonly artifact: boolean
  readonly identifier: number | undefined
}

function openMark(operands: readonly string[], stack: readonly OpenMark[], faults: string[]): OpenMark {
  const at = operands.indexOf('/MCID')
  const identifier = at < 0 ? undefined : Number(operands[at + 1])
  const artifact = operands[0] === '/Artifact'
  if (identifier !== undefined && stack.some((mark) => mark.artifact)) faults.push('01-004 tagged content inside an artifact')
  if (artifact && stack.some((mark) => mark.identifier !== undefined)) faults.push('01-003 artifact inside tagged content')
  return { artifact, identifier }
}

/** Reads marks and painting operators. Numbers are those of the Matterhorn protocol. */
export function readMarks(content: string): PageMarks {
  const faults: string[] = []
  const identifiers: number[] = []
  const stack: OpenMark[] = []
  let untagged = 0
  let operands: string[] = []
  for (const [word] of content.matchAll(token)) {
    if (!/^[A-Za-z'"*]+[01]?$/.test(word) || notOperators.has(word)) {
      operands.push(word)
      continue
    }
    if (word === 'BDC' || word === 'BMC') {
      const mark = openMark(operands, stack, faults)
      if (mark.identifier !== undefined) identifiers.push(mark.identifier)
      stack.push(mark)
    } else if (word === 'EMC') {
      if (!stack.pop()) faults.push('EMC without a mark')
    } else if (painting.has(word)) {
      if (!stack.some((mark) => mark.artifact || mark.identifier !== undefined)) untagged++
      if (word === 'Tj' || word === 'TJ') for (const code of shown(operands)) if (code === '0000') faults.push('31 .notdef is shown')
    }
    operands = []
  }
  if (stack.length > 0) faults.push('a mark is not closed')
  return { identifiers, untagged, faults }
}

function shown(operands: readonly string[]): string[] {
  return operands.filter((each) => /^<[0-9a-f]+>$/i.test(each)).flatMap((each) => each.slice(1, -1).match(/.{4}/g) ?? [])
}
