import { inflateSync } from 'node:zlib'
import { isArray, nameText, PdfProblem, type PdfStream, type PdfValue } from './values.ts'

/** One packed stream may not grow beyond this: a small file must not fill the memory. */
const MAX_UNPACKED = 64 * 1024 * 1024

/** Unpacks a stream. Only Flate (with PNG predictors) is known: nothing we verify needs more. */
export function unpack(stream: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue): Buffer {
  const filter = resolve(stream.dictionary.get('Filter'))
  const parameters = resolve(stream.dictionary.get('DecodeParms'))
  const filters = filter === null ? [] : isArray(filter) ? filter : [filter]
  let data = stream.data
  for (const [index, entry] of filters.entries()) {
    const name = nameText(resolve(entry))
    if (name !== 'FlateDecode' && name !== 'Fl') throw new PdfProblem('unknown filter')
    data = inflateSync(data, { maxOutputLength: MAX_UNPACKED })
    const own = isArray(parameters) ? resolve(parameters[index]) : parameters
    if (own instanceof Map && Number(own.get('Predictor') ?? 1) >= 10) data = undoPrediction(data, Number(own.get('Columns') ?? 1))
  }
  return data
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
