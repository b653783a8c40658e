import type { PartnerDetails } from './partner.ts'

/** Which list a word in a cell belongs to. */
export type WordList = 'kind' | 'role' | 'country' | 'service' | 'sex' | 'language' | 'answer' | 'yesNo'

/** How a cell is read: plain text, a number, a day, one word of a list, or several divided by commas. */
type Form = { readonly kind: 'text' | 'number' | 'day' | 'texts' } | { readonly kind: 'word' | 'words'; readonly list: WordList }

type Field = Exclude<keyof PartnerDetails, 'position'> | 'latitude' | 'longitude'
export type SheetColumn = { readonly field: Field; readonly form: Form; readonly needed?: true }

const text = (field: Field): SheetColumn => ({ field, form: { kind: 'text' } })
const number = (field: Field): SheetColumn => ({ field, form: { kind: 'number' } })
const word = (field: Field, list: WordList): SheetColumn => ({ field, form: { kind: 'word', list } })
const words = (field: Field, list: WordList): SheetColumn => ({ field, form: { kind: 'words', list } })

/** The columns of a partner sheet, in the order in which they are written. Texts under `partner.column.<field>`. */
export const sheetColumns: readonly SheetColumn[] = [
  word('kind', 'kind'),
  { ...text('name'), needed: true },
  { ...word('role', 'role'), needed: true },
  { ...word('country', 'country'), needed: true },
  text('town'),
  { field: 'area', form: { kind: 'texts' } },
  word('wholeCountry', 'yesNo'),
  number('latitude'),
  number('longitude'),
  words('services', 'service'),
  number('fromAge'),
  number('toAge'),
  words('receives', 'sex'),
  number('places'),
  words('languages', 'language'),
  text('contactPerson'),
  text('phone'),
  text('email'),
  text('address'),
  text('safeChannel'),
  word('safeToContact', 'answer'),
  word('independentOfFamily', 'answer'),
  text('independenceNote'),
  word('safeguarding', 'answer'),
  { field: 'safeguardingSeenOn', form: { kind: 'day' } },
  text('safeguardingNote'),
  text('note'),
  word('inUse', 'yesNo'),
]

/** Names a partner that is here already; written first. */
export const idColumn = 'id'
/** Written last, and never read: a check is what somebody of this office has done. */
export const checkedColumn = 'checkedOn'

/** Fields that would let somebody be found. Left out of files where a person is not safe to contact. */
export const reachFields: readonly Field[] = ['phone', 'email', 'address', 'safeChannel']
