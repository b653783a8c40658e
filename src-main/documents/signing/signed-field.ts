import type { PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfReference, type PdfValue, sameValue } from './pdf/values.ts'

/** A signature field whose value is a signature dictionary. */
export function isSignedField(file: PdfFile, field: PdfDictionary): boolean {
  const value = field.get('V')
  const signature = value instanceof PdfReference ? file.tryGet(value.number) : value
  return signature instanceof Map && signature.has('ByteRange') && signature.has('Contents')
}

/** The old list, followed only by signed signature fields without area: document time stamps are added like that to foreign files. */
export function isInvisibleSignatureAddition(file: PdfFile, before: PdfValue, after: PdfValue | undefined): boolean {
  const old = before instanceof PdfReference ? file.tryGet(before.number) : before
  const now = after instanceof PdfReference ? file.tryGet(after.number) : after
  if (!isArray(old) || !isArray(now) || now.length <= old.length) return false
  // Many pages can name one long list.
  file.effort.spend('values', now.length)
  if (!sameValue(now.slice(0, old.length), old)) return false
  return now.slice(old.length).every((reference) => isInvisibleField(file, reference))
}

function isInvisibleField(file: PdfFile, reference: PdfValue): boolean {
  const field = reference instanceof PdfReference ? file.tryGet(reference.number) : undefined
  if (!(field instanceof Map) || nameText(field.get('FT')) !== 'Sig' || !isSignedField(file, field)) return false
  const rectangle = file.resolve(field.get('Rect'))
  if (rectangle === null) return true
  return isArray(rectangle) && (rectangle[0] === rectangle[2] || rectangle[1] === rectangle[3])
}
