/** The bytes are no ASN.1 that we can read. */
export class DerProblem extends Error {}

/** One ASN.1 element. */
export interface Element {
  /** First identifier octet, for example 0x30 for a SEQUENCE. */
  readonly tag: number
  /** The whole encoding. */
  readonly raw: Buffer
  /** The content octets; of an indefinite length without the end marker. */
  readonly body: Buffer
  /** Only of constructed elements. */
  readonly children: readonly Element[]
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
} as const

const MAX_DEPTH = 40
/** A signature with its certificates and revocation lists has some thousands. */
const MAX_ELEMENTS = 200_000
const MAX_IDENTIFIER = 64

type Form = 'strict' | 'lenient'
interface Count {
  left: number
}

/**
 * Reads one element. Strict accepts DER only; lenient also BER (indefinite lengths, long lengths), as others write it.
 * Never reads outside `bytes`, never recurses deeper than a fixed depth and never makes more elements than a fixed number.
 */
export function readElement(bytes: Buffer, form: Form = 'strict', at = 0, depth = 0, count: Count = { left: MAX_ELEMENTS }): Element {
  if (depth > MAX_DEPTH) throw new DerProblem('nested too deeply')
  if (--count.left < 0) throw new DerProblem('too many elements')
  const tag = byte(bytes, at)
  if ((tag & 0x1f) === 0x1f) throw new DerProblem('long tag')
  const head = byte(bytes, at + 1)
  if (head === 0x80) return readIndefinite(bytes, form, at, depth, count)
  const { length, start } = head > 0x80 ? readLongLength(bytes, form, at + 1) : { length: head, start: at + 2 }
  const end = start + length
  if (end > bytes.length) throw new DerProblem('too short')
  const children: Element[] = []
  if (tag & 0x20) {
    const inner = bytes.subarray(0, end)
    for (let position = start; position < end; ) {
      const child = readElement(inner, form, position, depth + 1, count)
      children.push(child)
      position += child.raw.length
    }
  }
  return { tag, raw: bytes.subarray(at, end), body: bytes.subarray(start, end), children }
}

function byte(bytes: Buffer, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw new DerProblem('too short')
  return value
}

function readLongLength(bytes: Buffer, form: Form, at: number): { length: number; start: number } {
  const count = byte(bytes, at) & 0x7f
  if (count > 4) throw new DerProblem('length')
  let length = 0
  for (let index = 1; index <= count; index++) length = length * 256 + byte(bytes, at + index)
  if (form === 'strict' && (length < 0x80 || length < 2 ** (8 * (count - 1)))) throw new DerProblem('length longer than needed')
  return { length, start: at + 1 + count }
}

function readIndefinite(bytes: Buffer, form: Form, at: number, depth: number, count: Count): Element {
  const tag = byte(bytes, at)
  if (form === 'strict' || !(tag & 0x20)) throw new DerProblem('indefinite length')
  const children: Element[] = []
  let position = at + 2
  while (byte(bytes, position) !== 0 || byte(bytes, position + 1) !== 0) {
    const child = readElement(bytes, form, position, depth + 1, count)
    children.push(child)
    position += child.raw.length
  }
  return { tag, raw: bytes.subarray(at, position + 2), body: bytes.subarray(at + 2, position), children }
}

/** The nth child, with the tag it must have. */
export function child(element: Element | undefined, index: number, tag?: number): Element {
  const found = element?.children.at(index)
  if (!found || (tag !== undefined && found.tag !== tag)) throw new DerProblem(`element ${index} is missing`)
  return found
}

/** Octets of an OCTET STRING, also when BER has split it. */
export function octets(element: Element): Buffer {
  return element.tag & 0x20 ? Buffer.concat(element.children.map(octets)) : element.body
}

/** The same value in DER: shortest lengths, joined octet strings, sets sorted. */
export function toDer(element: Element, tag = element.tag): Buffer {
  if (!(element.tag & 0x20)) return encode(tag, element.body)
  if (element.tag === 0x24) return encode(TAG.octetString, octets(element))
  const children = element.children.map((inner) => toDer(inner))
  if (tag === TAG.set) children.sort(Buffer.compare)
  return encode(tag, ...children)
}

export function encode(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Buffer.from([tag, ...encodeLength(length)]), ...parts])
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length]
  const octetsOfLength: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octetsOfLength.unshift(rest % 256)
  return [0x80 | octetsOfLength.length, ...octetsOfLength]
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => encode(TAG.sequence, ...parts)
export const setOf = (...parts: readonly Uint8Array[]): Buffer => encode(TAG.set, ...[...parts].sort(Buffer.compare))
export const octetString = (bytes: Uint8Array): Buffer => encode(TAG.octetString, bytes)
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer => encode(TAG.bitString, Buffer.from([unusedBits]), bytes)
export const utf8String = (text: string): Buffer => encode(TAG.utf8String, Buffer.from(text, 'utf8'))
export const TRUE = Buffer.from([0x01, 0x01, 0xff])
export const NULL = Buffer.from([0x05, 0x00])

/** A non-negative INTEGER, from a small number or from big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]) : Buffer.from(value)
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const trimmed = bytes.subarray(start)
  return (trimmed[0] ?? 0) & 0x80 ? encode(TAG.integer, Buffer.from([0]), trimmed) : encode(TAG.integer, trimmed)
}

const identifiers = new Map<string, Buffer>()

export function objectIdentifier(text: string): Buffer {
  const known = identifiers.get(text)
  if (known) return known
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const encoded = encode(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
  identifiers.set(text, encoded)
  return encoded
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80)
  return digits
}

export function readObjectIdentifier(element: Element): string {
  if (element.tag !== TAG.objectIdentifier || element.body.length === 0 || element.body.length > MAX_IDENTIFIER)
    throw new DerProblem('object identifier expected')
  const parts: number[] = []
  let value = 0
  for (const octet of element.body) {
    value = value * 128 + (octet & 0x7f)
    if (octet & 0x80) continue
    parts.push(value)
    value = 0
  }
  const [first = 0, ...rest] = parts
  const arc = Math.min(Math.floor(first / 40), 2)
  return [arc, first - arc * 40, ...rest].join('.')
}

/** UTCTime or GeneralizedTime in milliseconds since 1970; fractions are left out. */
export function readTime(element: Element): number {
  const match = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d{4})$/.exec(element.body.toString('latin1'))
  if (!match) throw new DerProblem('time expected')
  const [, year = '', month, day, hour, minute, second = '0', zone = 'Z'] = match
  const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900
  const local = Date.UTC(century + Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  if (zone === 'Z') return local
  const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * 60_000
  return zone.startsWith('-') ? local + offset : local - offset
}

/** UTCTime through 2049, GeneralizedTime after, as RFC 5280 wants it in certificates. */
export function encodeTime(milliseconds: number): Buffer {
  const text = `${new Date(milliseconds)
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(0, 14)}Z`
  const year = Number(text.slice(0, 4))
  return year >= 1950 && year < 2050 ? encode(0x17, Buffer.from(text.slice(2))) : encode(0x18, Buffer.from(text))
}
