import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import type { Forgery } from './signing-forgeries.ts'
import { COVERING, onOne, reference } from './signing-forgery-tools.ts'
import { asDictionary, type Kit, signOrFail } from './signing-kit.ts'
import { must } from './signing-must.ts'
import { appendUpdate, withKeys } from './signing-updates.ts'

function withObjectStream(kit: Kit, isHybrid: boolean): Buffer {
  const { one, parts } = kit
  const { file, content, root } = parts
  const [at, size] = [one.length, file.size]
  const body = `${content} 0 <<>>`
  const packed = Buffer.from(
    `${size} 0 obj\n<</Type/ObjStm/N 1/First ${String(content).length + 3}/Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`,
  )
  const section = at + packed.length
  const row = (kind: number, place: number, index: number) => {
    const bytes = Buffer.alloc(7)
    bytes[0] = kind
    bytes.writeUInt32BE(place, 1)
    bytes.writeUInt16BE(index, 5)
    return bytes
  }
  const rows = Buffer.concat([row(2, size, 0), row(1, at, 0), row(1, section, 0)])
  const trailer = `/Size ${size + 2}/Root ${root} 0 R/Prev ${file.newest.at}`
  const stream = Buffer.concat([
    Buffer.from(`${size + 1} 0 obj\n<</Type/XRef${trailer}/W[1 4 2]/Index[${content} 1 ${size} 2]/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const tail = isHybrid
    ? `xref\n0 0\ntrailer\n<<${trailer}/XRefStm ${section}>>\nstartxref\n${section + stream.length}`
    : `startxref\n${section}`
  return Buffer.concat([one, packed, stream, Buffer.from(`${tail}\n%%EOF\n`)])
}

function pointingToItself({ one, parts }: Kit): Buffer {
  const digits = String(one.length + 1000).length
  const draft = appendUpdate(one, { objects: [[parts.content, COVERING]], previous: 10 ** (digits - 1) })
  const table = draft.lastIndexOf('xref\n', draft.lastIndexOf('trailer'))
  return appendUpdate(one, { objects: [[parts.content, COVERING]], previous: table })
}

/** The page asks for a number that the two signings will create last: the partner's box. Signing refuses it unless told not to look. */
async function dangling({ unsigned, parts, signers }: Kit): Promise<Buffer> {
  const file = new PdfFile(unsigned)
  const page = withKeys(asDictionary(file.get(parts.page)), { Contents: [reference(parts.content), reference(file.size + 3)] })
  const base = appendUpdate(unsigned, { objects: [[parts.page, page]] })
  const one = await signOrFail(base, signers.identities.organisation, 'organisation', { audited: true })
  return signOrFail(one, signers.identities.partner, 'partner', { audited: true })
}

/** Tricks with the cross-reference chain. */
export const CHAIN_FORGERIES: readonly Forgery[] = [
  {
    name: 'an object stream that overrides the page',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: (kit) => withObjectStream(kit, false),
  },
  { name: 'a hybrid cross-reference', code: 'later-changes', foreign: 'do-not-trust', build: (kit) => withObjectStream(kit, true) },
  {
    name: 'a chain that points into an object',
    code: 'unreadable',
    foreign: 'cannot-verify',
    build: ({ one, parts: { content } }) =>
      appendUpdate(one, { objects: [[content, COVERING]], previous: one.length + 2 + String(content).length }),
  },
  { name: 'a chain that points to itself', code: 'signature-lost', foreign: 'cannot-verify', build: pointingToItself },
  {
    name: 'a chain that skips the signed revision',
    code: 'signature-lost',
    foreign: 'cannot-verify',
    build: onOne(({ file, content }) => ({ objects: [[content, COVERING]], previous: must(file.sections[1]).at })),
  },
  {
    name: 'no chain at all',
    code: 'signature-lost',
    foreign: 'cannot-verify',
    build: onOne(({ content }) => ({ objects: [[content, COVERING]], previous: null })),
  },
  {
    name: 'one number twice in an update',
    code: 'later-changes',
    foreign: 'do-not-trust',
    build: onOne(({ file, content }) => ({
      objects: [
        [content, file.get(content)],
        [content, COVERING],
      ],
    })),
  },
  {
    name: 'a stream as the catalog',
    code: 'signature-lost',
    foreign: 'do-not-trust',
    build: onOne(({ content }) => ({ objects: [], trailer: { Root: reference(content) } })),
  },
  { name: "a number that the partner's signature fills", code: 'later-changes', foreign: 'do-not-trust', build: dangling },
]
