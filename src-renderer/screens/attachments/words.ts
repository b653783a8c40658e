import type { AttachmentView } from '#contract/attachments.ts'
import type { Speech } from '../../app/text.ts'

/** A type by its name; what is of no type is an other document. */
export const typeName = ({ t, tOr }: Speech, type: string | null): string =>
  type === null ? t('attachment.untyped') : tOr([`document-type.${type}`])

/** What a file is called while names are hidden: type and day. */
export function plainName(speech: Speech, { documentType, issuedOn }: AttachmentView): string {
  const dated = issuedOn === null ? speech.t('attachment.undated') : speech.day(issuedOn)
  return `${typeName(speech, documentType)}, ${dated}`
}

/** `640 kB`; a file is never said to be smaller than it is. */
export function sizeInWords({ t, number }: Speech, size: number): string {
  if (size < 1000) return t('attachment.bytes', { n: number(size) })
  if (size < 1_000_000) return t('attachment.kilobytes', { n: number(Math.ceil(size / 1000)) })
  return t('attachment.megabytes', { n: number(Math.ceil(size / 100_000) / 10, 1) })
}
