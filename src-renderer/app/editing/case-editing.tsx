import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure, Input, Output } from '#contract/operations.ts'
import { isWithin } from '#domain/changes/field-path.ts'
import { openFieldAction } from '#domain/changes/open-fields.ts'
import type { Result } from '#domain/result.ts'
import { Answer } from '../../components/answer.tsx'
import { type CallFailure, call } from '../call.ts'
import { useChanges } from '../changes.tsx'
import { useReadingNames } from '../reading-names.ts'
import type { Settle } from '../settling.ts'
import { valueWithin } from './value-within.ts'

export type Json = Output<'draft.list'>['drafts'][number]['value']
export type Edit = Input<'case.edit'>['edits'][number]
export type Draft = Output<'draft.list'>['drafts'][number]
export type EditOutcome = Result<{ readonly version: number }, Failure>

/** What the fields of a screen know of their case, and what they may do to it. */
export type CaseEditing = {
  readonly reference: string
  readonly version: number
  /** Whether the person at the screen may change the case at all. */
  readonly mayChange: boolean
  /** What stands at a place; null where nothing does. */
  readonly held: (at: string) => Json
  /** A name stands there and is hidden: it cannot be rewritten before names are shown. */
  readonly isHidden: (at: string) => boolean
  /** What was begun at a place and never saved: before a lock, a crash, or beside somebody else's change. */
  readonly draftOf: (place: string) => Draft | undefined
  readonly keepDraft: (place: string, version: number, value: Json) => Promise<unknown>
  readonly dropDraft: (place: string) => Promise<unknown>
  /** Changes the case as it was seen at `version`. One after another, so that no field is in another's way. `tell` offers to undo it. */
  readonly edit: (
    edits: readonly Edit[],
    version: number,
    more?: { readonly settle?: Settle | undefined; readonly tell?: boolean },
  ) => Promise<EditOutcome>
}

const Context = createContext<CaseEditing | undefined>(undefined)

export function useCaseEditing(): CaseEditing {
  const editing = use(Context)
  if (editing === undefined) throw new Error('useCaseEditing outside EditCase')
  return editing
}

type Given = {
  readonly reference: string
  /** Places of the case that the screen shows: open fields, or lists of which items may be changed. */
  readonly places: readonly string[]
  readonly children: ReactNode
}

/** Stands around a typed screen: reads its places and drafts, and is where its fields save. */
export function EditCase({ reference, places, children }: Given): ReactNode {
  const reading = useReadingNames(reference)
  const asked = useMemo(() => ({ reference, places: [...places], ...reading }), [reference, places, reading])
  const fields = useQuery<Output<'case.fields'>, CallFailure>({
    queryKey: ['case.fields', asked],
    queryFn: () => call('case.fields', asked),
    // Whoever types goes on typing while names are being hidden.
    placeholderData: keepPreviousData,
  })
  // Drafts are read anew each time a screen opens: an old answer would bring back what was saved or thrown away since.
  const [opened] = useState(ulid)
  const drafts = useQuery<Output<'draft.list'>, CallFailure>({
    queryKey: ['draft.list', { reference, ...reading }, opened],
    queryFn: () => call('draft.list', { reference, ...reading }),
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return (
    <Answer query={fields}>
      {(found) => (
        <Answer query={drafts}>
          {({ drafts: begun }) => (
            <Editing reference={reference} fields={found} drafts={begun}>
              {children}
            </Editing>
          )}
        </Answer>
      )}
    </Answer>
  )
}

type EditingGiven = {
  readonly reference: string
  readonly fields: Output<'case.fields'>
  readonly drafts: readonly Draft[]
  readonly children: ReactNode
}

function Editing({ reference, fields, drafts, children }: EditingGiven): ReactNode {
  const { save } = useChanges()
  /** What has been kept and dropped since the drafts were read. */
  const since = useRef(new Map<string, Draft | undefined>())
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const editing = useMemo<CaseEditing>(() => {
    const { version, mayChange, values, hidden } = fields
    const inOrder = <Value,>(work: () => Promise<Value>): Promise<Value> => {
      const next = last.current.then(work, work)
      last.current = next.catch(() => undefined)
      return next
    }
    return {
      reference,
      version,
      mayChange,
      held: (at) => valueWithin(values, at),
      isHidden: (at) => hidden.some((each) => isWithin(each, at)),
      draftOf: (place) => (since.current.has(place) ? since.current.get(place) : drafts.find((draft) => draft.place === place)),
      keepDraft: (place, seen, value) => {
        since.current.set(place, { place, version: seen, value, hidden: false, keptAt: '' })
        return inOrder(() => call('draft.keep', { reference, place, version: seen, value }))
      },
      dropDraft: (place) => {
        since.current.set(place, undefined)
        return inOrder(() => call('draft.drop', { reference, place }))
      },
      edit: (edits, seen, { settle, tell = false } = {}) => {
        const input = { reference, version: seen, edits: [...edits], operationId: ulid(), ...(settle === undefined ? {} : { settle }) }
        const action = openFieldAction(edits[0]?.at ?? '') ?? 'case.changed'
        return inOrder(() => save('case.edit', input, tell ? { action, reference } : undefined))
      },
    }
  }, [reference, fields, drafts, save])
  return <Context value={editing}>{children}</Context>
}
