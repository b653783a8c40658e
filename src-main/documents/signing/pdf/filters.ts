import { inflateSync } from 'node:zlib'
import type { Effort } from './effort.ts'
import { isArray, nameText, PdfProblem, type PdfStream, type PdfValue } from './values.ts'

/** One packed stream may not grow beyond this: a small file must not fill the memory. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_FILTERS = 4

/**
 * Unpacks a stream. Only Flate (with PNG predictors) is known: nothing we verify needs more.
 * @param longest what it may grow to, in bytes; more throws PdfProblem
 */
export function unpack(
  stream: PdfStream,
  resolve: (value: PdfValue | undefined) => PdfValue,
  effort: Effort,
  longest = MAX_UNPACKED,
): Buffer {
  const filter = resolve(stream.dictionary.get('Filter'))
  const parameters = resolve(stream.dictionary.get('DecodeParms'))
  const filters = filter === null ? [] : isArray(filter) ? filter : [filter]
  if (filters.length > MAX_FILTERS) throw new PdfProblem('too many filters')
  let data = stream.data
  for (const [index, entry] of filters.entries()) {
    const name = nameText(resolve(entry))
    if (name !== 'FlateDecode' && name !== 'Fl') throw new PdfProblem('unknown filter')
    data = inflate(data, effort, longest)
    const own = isArray(parameters) ? resolve(parameters[index]) : parameters
    if (own instanceof Map && Number(own.get('Predictor') ?? 1) >= 10) data = undoPrediction(data, Number(own.get('Columns') ?? 1))
  }
  return data
}

/** Deflate makes at most this many bytes of one. */
const DENSEST = 1032

/** What zlib may have made before it refuses a bomb counts too. */
function inflate(data: Buffer, effort: Effort, longest: number): Buffer {
  const limit = Math.min(longest, effort.remaining('unpacked'))
  let spent = Math.min(limit, data.length * DENSEST)
  try {
    const unpacked = inflateSync(data, { maxOutputLength: Math.max(1, limit) })
    spent = unpacked.length
    return unpacked
  } finally {
    effort.spend('unpacked', spent)
  }
}

function undoPrediction(data: Buffer, columns: number): Buffer {
  if (!Number.isInteger(columns) || columns < 1) throw new PdfProblem('columns')
  const rows = Math.floor(data.length / (columns + 1))
  const out = Buffer.alloc(rows * columns)
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : (out[row * columns + column] ?? 0))
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column++) {
      const difference = data[row * (columns + 1) + 1 + column] ?? 0
      out[row * columns + column] = difference + predicted(kind, at(row, column - 1), at(row - 1, column), at(row - 1, column - 1))
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const toLeft = Math.abs(up - upLeft)
  const toUp = Math.abs(left - upLeft)
  const toUpLeft = Math.abs(left + up - 2 * upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
