import type { Input } from '#contract/operations.ts'
import type { Speech } from '../../app/text.ts'
import { typeName } from './words.ts'

/** Chosen for what is of no type of the catalogue. */
export const otherType = 'other'

/** What is said of a file, as it stands in the fields. */
export type Fields = { readonly type: string; readonly issuedOn: string; readonly issuer: string }

export const emptyFields: Fields = { type: '', issuedOn: '', issuer: '' }

/** Empty, or a day as it is written in the register. */
export function isDayOrNothing(text: string): boolean {
  if (text === '') return true
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

type Described = Pick<Input<'attachment.change'>, 'documentType' | 'issuedOn' | 'issuer' | 'title'>

/** The fields as the register takes them; a row of the case gets the name of the type as its title. */
export function describedBy(speech: Speech, { type, issuedOn, issuer }: Fields): Described {
  const documentType = type === otherType || type === '' ? null : type
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return { documentType, issuedOn: orNull(issuedOn), issuer: orNull(issuer), title: typeName(speech, documentType) }
}
