/** What the first bytes of a file say it is; `other` for whatever is not known here. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'gif', 'webp', 'heic', 'office', 'archive', 'text', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

/** How many bytes from the beginning are enough to tell. */
export const tellingBytes = 4096

type Signature = { readonly kind: FileKind; readonly at: number; readonly bytes: readonly number[] }

const ascii = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0))

/** @source the formats' own specifications: ISO 32000-2, W3C PNG, ITU T.81, GIF89a, RFC 9649 (WebP), ISO 23008-12 (HEIF), APPNOTE (zip), MS-CFB */
const signatures: readonly Signature[] = [
  { kind: 'pdf', at: 0, bytes: ascii('%PDF-') },
  { kind: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'gif', at: 0, bytes: ascii('GIF8') },
  { kind: 'webp', at: 8, bytes: ascii('WEBP') },
  ...['heic', 'heix', 'hevc', 'mif1', 'msf1'].map((brand) => ({ kind: 'heic' as const, at: 4, bytes: ascii(`ftyp${brand}`) })),
  { kind: 'office', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]
const zip = [0x50, 0x4b, 0x03, 0x04]
/** Names of the first entry of a zip that is a text, a sheet or slides; each stands right after the entry's head of 30 bytes. */
const officeEntries = ['[Content_Types].xml', '_rels/', 'docProps/', 'word/', 'xl/', 'ppt/', 'mimetypeapplication/vnd.oasis']

const extensions: Readonly<Record<Exclude<FileKind, 'other'>, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe'],
  gif: ['gif'],
  webp: ['webp'],
  heic: ['heic', 'heif'],
  office: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'odp', 'msg', 'rtf'],
  archive: ['zip'],
  text: ['txt', 'csv', 'md', 'log', 'json', 'xml', 'eml', 'ics', 'rtf'],
}

const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  office: 'application/octet-stream',
  archive: 'application/zip',
  text: 'text/plain',
  other: 'application/octet-stream',
}

export const mediaTypeOf = (kind: FileKind): string => mediaTypes[kind]

const startsWith = (head: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[at + index] === byte)

/** Bytes of a text have no control signs but tab, line ends and form feed. */
const isText = (head: Uint8Array): boolean => head.length > 0 && head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13))

/** What a file truly is, by its first bytes: its name proves nothing. */
export function fileKindOf(head: Uint8Array): FileKind {
  const known = signatures.find(({ at, bytes }) => startsWith(head, at, bytes))
  if (known !== undefined) return known.kind
  if (startsWith(head, 0, zip)) return officeEntries.some((entry) => startsWith(head, 30, ascii(entry))) ? 'office' : 'archive'
  return isText(head) ? 'text' : 'other'
}

const extension = /\.([A-Za-z0-9]{1,8})$/

/** The end of a file's name in small letters, `pdf`; nothing where there is none that could be one. */
export const extensionOf = (name: string): string | undefined => extension.exec(name)?.[1]?.toLowerCase()

/** Whether a file's name promises another kind than its bytes keep. A name without an end promises nothing. */
export function nameMisleads(name: string, kind: FileKind): boolean {
  const end = extensionOf(name)
  if (end === undefined) return false
  if (kind !== 'other' && extensions[kind].includes(end)) return false
  return kind !== 'other' ? true : Object.values(extensions).some((ends) => ends.includes(end))
}

/** Kinds that are not looked into here and that no system runs. */
const harmless = ['tif', 'tiff', 'bmp', 'mp3', 'm4a', 'wav', 'ogg', 'mp4', 'mov', 'avi', 'webm', 'p7m', 'asice', '7z']

/** The end that a copy gets: one of its true kind, or one that no system runs. */
export function safeExtension(name: string, kind: FileKind): string {
  const end = extensionOf(name)
  if (kind === 'other') return end !== undefined && harmless.includes(end) ? end : 'bin'
  const ends = extensions[kind]
  if (end !== undefined && ends.includes(end)) return end
  return kind === 'office' ? 'bin' : (ends[0] ?? 'bin')
}

export type PreviewKind = 'pdf' | 'picture' | 'none'

/** How a file can be shown in the window; the window's engine shows no HEIC. */
export function previewOf(kind: FileKind): PreviewKind {
  if (kind === 'pdf') return 'pdf'
  return kind === 'png' || kind === 'jpeg' || kind === 'gif' || kind === 'webp' ? 'picture' : 'none'
}
