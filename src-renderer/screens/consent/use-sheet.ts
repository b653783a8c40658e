import { createContext, use } from 'react'
import { ulid } from 'ulid'
import { typedDay } from '#domain/dates-typed.ts'
import type { Refusal } from '../../app/actions/action.ts'
import { type Edit, type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { type Autosave, useAutosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import { isText } from '../../components/case-fields/use-field.ts'

/** What is being written of a record that stands for ever once it is saved: until then a draft, kept over a lock and a crash. */
export type Sheet = { [name: string]: string }

const isSheet = (value: Json): value is Sheet =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)

type Asked = {
  /** Where the record will stand: `/talks/+`. */
  readonly place: string
  readonly empty: Sheet
  /** What it lacks; nothing where it can be saved. */
  readonly needs: (sheet: Sheet) => Refusal | undefined
  readonly edits: (sheet: Sheet) => readonly Edit[]
  readonly onSaved: () => void
}

export type OpenSheet = {
  readonly field: Autosave<Sheet>
  readonly needs: Refusal | undefined
  readonly get: (name: string) => string
  readonly set: (name: string, value: string) => void
}

export function useSheet({ place, empty, needs, edits, onSaved }: Asked): OpenSheet {
  const { t } = useSpeech()
  const { edit } = useCaseEditing()
  const field = useAutosave<Sheet>({
    place,
    held: empty,
    byHand: true,
    isShown: isSheet,
    fault: (sheet) => {
      const need = needs(sheet)
      return need === undefined ? undefined : t(need.key, need.values)
    },
    attempt: (sheet, version, settle) => edit(edits(sheet), version, { settle }),
    onSaved,
  })
  return {
    field,
    needs: needs(field.shown),
    get: (name) => field.shown[name] ?? '',
    set: (name, value) => field.type({ ...field.shown, [name]: value }),
  }
}

const Context = createContext<OpenSheet | undefined>(undefined)
export const SheetProvider = Context.Provider

export function useOpenSheet(): OpenSheet {
  const sheet = use(Context)
  if (sheet === undefined) throw new Error('a field outside its sheet')
  return sheet
}

/** The first field of these that is empty, as the words for what remains. */
export function firstEmpty(sheet: Sheet, names: readonly string[]): Refusal | undefined {
  const name = names.find((each) => (sheet[each] ?? '').trim() === '')
  return name === undefined ? undefined : { key: `consent.needs.${name}` }
}

/** A day that is none, or has not come yet: nothing is recorded before it has happened. */
export function dayNeed(typed: string | undefined, today: string): Refusal | undefined {
  const day = typedDay(typed ?? '', today)
  if (day === undefined) return { key: 'consent.needs.on' }
  return day > today ? { key: 'consent.needs.past' } : undefined
}

/** A line or a text where something was written. */
export const written = (name: string, typed: string | undefined): { [name: string]: string } =>
  (typed ?? '').trim() === '' ? {} : { [name]: (typed ?? '').trim() }

export const noPaper = 'none'
export const newPaper = 'new'

type Paper = { readonly type: string; readonly title: string; readonly issuer: string }
type Proven = { readonly evidence?: string[] }

/** The paper that proves a record: one that the case has, or one that is registered with it. */
export function paperOf(
  chosen: string | undefined,
  day: string,
  paper: Paper,
): { readonly proof: Proven; readonly edits: readonly Edit[] } {
  if (chosen === undefined || chosen === noPaper || chosen === '') return { proof: {}, edits: [] }
  if (chosen !== newPaper) return { proof: { evidence: [chosen] }, edits: [] }
  const id = ulid().toLowerCase()
  return { proof: { evidence: [id] }, edits: [{ at: '/documents/+', value: { id, ...paper, issuedOn: day, recordedAt: 'now' } }] }
}
