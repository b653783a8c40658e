import { expect, test } from 'vitest'
import { fileKindOf, nameMisleads, safeExtension } from '#domain/attachments/file-kind.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

test.each([
  ['pdf', bytes('%PDF-1.7\n%âãÏÓ')],
  ['png', bytes('\x89PNG\r\n\x1a\n')],
  ['jpeg', bytes('\xff\xd8\xff\xe0')],
  ['gif', bytes('GIF89a')],
  ['webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
  ['heic', bytes('\0\0\0\x18ftypheic')],
  ['office', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['office', bytes(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`)],
  ['office', bytes(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`)],
  ['archive', bytes(`PK\x03\x04${'\0'.repeat(26)}filer/intyg.exe`)],
  ['text', new TextEncoder().encode('Åsa skrev:\r\n\tja')],
  ['other', bytes('MZ\x90\0\x03')],
  ['other', new Uint8Array(0)],
])('the first bytes of a file tell %s', (kind, head) => {
  expect(fileKindOf(head)).toBe(kind)
})

test.each([
  ['intyg.pdf', 'pdf', false],
  ['intyg.PDF', 'other', true],
  ['foto.jpg', 'png', true],
  ['foto.JPEG', 'jpeg', false],
  ['anteckning', 'text', false],
  ['data.bin', 'other', false],
  ['intyg.pdf.exe', 'pdf', true],
] as const)('the name %s of a file that is %s misleads: %s', (name, kind, misleads) => {
  expect(nameMisleads(name, kind)).toBe(misleads)
})

test('a copy gets the end of its true kind, and never one that could be run', () => {
  expect(safeExtension('intyg.exe', 'pdf')).toBe('pdf')
  expect(safeExtension('brev.docx', 'office')).toBe('docx')
  expect(safeExtension('brev.exe', 'office')).toBe('bin')
  expect(safeExtension('program.exe', 'other')).toBe('bin')
  expect(safeExtension('../../etc/passwd', 'other')).toBe('bin')
})
