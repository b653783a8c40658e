const whole = (...numbers: readonly number[]): Buffer =>
  Buffer.concat(
    numbers.map((number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(number)
      return bytes
    }),
  )
const segment = (number: number, type: number, data: Buffer) =>
  Buffer.concat([whole(number), Buffer.of(type, 0, 1), whole(data.length), data])

/** A black square as scanners pack it: a page whose ground is black, and a white region laid over it with OR. @source ITU-T T.88 §7.4 */
function blackSquare(side: number): Buffer {
  const page = Buffer.concat([whole(side, side, 0, 0), Buffer.of(0x04, 0, 0)])
  const white = Buffer.concat([Buffer.alloc(side / 8, 0xff), Buffer.of(0x00, 0x10, 0x01)])
  const region = Buffer.concat([whole(side, side, 0, 0), Buffer.of(0, 1), white])
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)])
}

/** A PDF of one page that is one JBIG2 picture, black all over. */
export function scannedPdf(): Buffer {
  const picture = blackSquare(64)
  const content = Buffer.from('200 0 0 200 0 0 cm /P Do')
  const stream = (entries: string, data: Buffer) =>
    Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])
  const kind = '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode'
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>'),
    stream('', content),
    stream(kind, picture),
  ]
  const parts = [Buffer.from('%PDF-1.5\n')]
  const places: number[] = []
  const written = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [index, object] of objects.entries()) {
    places.push(written())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const at = written()
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}
