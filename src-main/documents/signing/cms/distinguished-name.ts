import { child, type Element, encode, objectIdentifier, readElement, readObjectIdentifier, sequence, setOf, utf8String } from './der.ts'

/** The parts of a certificate's name that people are shown. */
export interface DistinguishedName {
  readonly commonName?: string
  readonly organisation?: string
  readonly country?: string
}

const ATTRIBUTE = { commonName: '2.5.4.3', country: '2.5.4.6', organisation: '2.5.4.10' } as const
const PRINTABLE_STRING = 0x13
const BMP_STRING = 0x1e

export function writeName(name: DistinguishedName): Buffer {
  const part = (type: string, value: Buffer) => setOf(sequence(objectIdentifier(type), value))
  const parts: Buffer[] = []
  if (name.country) parts.push(part(ATTRIBUTE.country, encode(PRINTABLE_STRING, Buffer.from(name.country, 'latin1'))))
  if (name.organisation) parts.push(part(ATTRIBUTE.organisation, utf8String(name.organisation)))
  if (name.commonName) parts.push(part(ATTRIBUTE.commonName, utf8String(name.commonName)))
  return sequence(...parts)
}

export function readName(der: Buffer): DistinguishedName {
  const values = new Map<string, string>()
  for (const set of readElement(der, 'lenient').children)
    for (const pair of set.children) values.set(readObjectIdentifier(child(pair, 0)), readString(child(pair, 1)))
  const commonName = values.get(ATTRIBUTE.commonName)
  const organisation = values.get(ATTRIBUTE.organisation)
  const country = values.get(ATTRIBUTE.country)
  return {
    ...(commonName === undefined ? {} : { commonName }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(country === undefined ? {} : { country }),
  }
}

function readString(element: Element): string {
  if (element.tag === BMP_STRING)
    return Buffer.from(element.body.subarray(0, element.body.length & ~1))
      .swap16()
      .toString('utf16le')
  return element.body.toString('utf8')
}
