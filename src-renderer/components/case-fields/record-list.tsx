import { Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { ulid } from 'ulid'
import { itemNames } from '#domain/changes/field-path.ts'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { moveFocusTo } from '../../app/focus.ts'
import { useSettling } from '../../app/settling.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../button.module.css'
import { ConflictRows } from '../conflict-rows.tsx'
import { cx } from '../cx.ts'
import { FailureText } from '../failure-note.tsx'
import { VisuallyHidden } from '../visually-hidden.tsx'
import css from './case-fields.module.css'

export type CaseRecord = Readonly<Record<string, Json>>

type Given = {
  /** Path of the list: `/tasks`. */
  readonly at: string
  readonly label: string
  /** What a row says while it is closed, and by what name its buttons call it. */
  readonly row: (record: CaseRecord, at: string) => ReactNode
  readonly name: (record: CaseRecord) => string
  /** The fields of a row that is open; `at` is the path of its record. */
  readonly children: (at: string, record: CaseRecord) => ReactNode
  readonly empty: string
  /** Words of the button that adds one, and what it adds; `recordedAt: 'now'` becomes the moment of saving. */
  readonly add?: { readonly label: string; readonly record: (id: string) => CaseRecord }
  /** More that can be done with a row. */
  readonly actions?: (record: CaseRecord, at: string) => ReactNode
  /** Only these rows are shown. */
  readonly only?: (record: CaseRecord) => boolean
  readonly order?: (one: CaseRecord, other: CaseRecord) => number
  /** Rows may go; other things in the case rest on those that may not. */
  readonly removable?: boolean
}

const isCaseRecord = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of records: one row each, one open for editing at a time, in place. Removing is undone with the toast or Ctrl Z. Delete removes, Esc closes. */
export function CaseRecords({
  at,
  label,
  row,
  name,
  children,
  empty,
  add,
  actions,
  only = () => true,
  order = () => 0,
  removable = true,
}: Given): ReactNode {
  const { t } = useSpeech()
  const { held: heldAt, version, mayChange, edit } = useCaseEditing()
  const { conflict, failure, save, settle, drop } = useSettling()
  const [open, setOpen] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const held = heldAt(at)
  const records = (Array.isArray(held) ? held : []).filter(isCaseRecord)
  const names = itemNames(records, at.slice(at.lastIndexOf('/') + 1))
  const items = records
    .map((record, index) => ({ record, place: `${at}/${names?.[index] ?? index}` }))
    .filter(({ record }) => only(record))
    .toSorted((one, other) => order(one.record, other.record))
  const remove = (place: string): void => {
    setOpen(undefined)
    const seen = version
    void save((choice) => edit([{ at: place }], seen, { settle: choice, tell: true }))
    list.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  const addOne = (): void => {
    if (add === undefined) return
    const id = ulid().toLowerCase()
    const value = add.record(id)
    const seen = version
    void save((choice) => edit([{ at: `${at}/+`, value: { ...value } }], seen, { settle: choice })).then((added) => {
      if (!added) return
      const place = `${at}/${names === undefined ? records.length : id}`
      setOpen(place)
      moveFocusTo(`[data-opened="${CSS.escape(place)}"] :is(input, textarea)`)
    })
  }
  const hear = (event: KeyboardEvent, place: string): void => {
    // A list may stand within a record of another: a key is for the innermost.
    if (event.target instanceof Element && event.target.closest('[data-record]') !== event.currentTarget) return
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    if (event.key === 'Delete' && !typing && mayChange && removable) remove(place)
    else if (event.key === 'Escape' && open === place) {
      setOpen(undefined)
      moveFocusTo(`[data-edit="${CSS.escape(place)}"]`)
    }
  }
  return (
    <div className={css['field']} ref={list} data-records={at}>
      {items.length === 0 ? <p className={css['aside']}>{empty}</p> : null}
      <ul className={items.length === 0 ? undefined : css['records']} aria-label={label}>
        {items.map(({ record, place }) => (
          <li key={place} className={css['record']} onKeyDown={(event) => hear(event, place)} data-record={place}>
            <div className={css['row']}>
              <div className={css['says']}>{row(record, place)}</div>
              <div className={css['buttons']}>
                {mayChange ? actions?.(record, place) : null}
                <Button
                  className={cx(buttons['button'], buttons['bar'])}
                  aria-expanded={open === place}
                  data-edit={place}
                  onPress={() => setOpen(open === place ? undefined : place)}
                >
                  {t(open === place ? 'editing.close' : mayChange ? 'editing.edit' : 'editing.show')}
                  <VisuallyHidden> {name(record)}</VisuallyHidden>
                </Button>
                {mayChange && removable ? (
                  <Button
                    className={cx(buttons['button'], buttons['bar'])}
                    aria-label={t('editing.remove', { name: name(record) })}
                    onPress={() => remove(place)}
                    data-remove={place}
                  >
                    <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
                  </Button>
                ) : null}
              </div>
            </div>
            {open === place ? (
              <div className={css['opened']} data-opened={place}>
                {children(place, record)}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {conflict === undefined ? null : (
        <ConflictRows key={conflict.version} conflict={conflict} onSettle={(choices) => void settle(choices)} onDrop={drop} />
      )}
      {failure === undefined ? null : (
        <p role="alert" className={css['error']}>
          <FailureText failure={failure} />
        </p>
      )}
      {add === undefined || !mayChange ? null : (
        <div>
          <Button className={cx(buttons['button'])} onPress={addOne} data-add="">
            <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
            {add.label}
          </Button>
        </div>
      )}
    </div>
  )
}
