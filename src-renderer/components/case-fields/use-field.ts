import { type Edit, type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { type Autosave, useAutosave } from '../../app/editing/use-autosave.ts'

/** How a field shows what the case holds, and what it makes of what is shown. */
export type FieldKind<Shown extends Json> = {
  readonly shown: (held: Json) => Shown
  /** What is to stand in the case; undefined where nothing is. Only asked where there is no fault. */
  readonly value: (shown: Shown) => Json | undefined
  readonly fault: (shown: Shown) => string | undefined
  /** Where more than the field's own place changes with it. */
  readonly edits?: ((shown: Shown) => readonly Edit[]) | undefined
  readonly isShown: (value: Json) => value is Shown
}

export type EditedField<Shown> = Autosave<Shown> & {
  /** A name stands there and is hidden. */
  readonly hidden: boolean
  readonly readOnly: boolean
}

/** A field bound to a path of the case, of which list items are named by their own names: `/tasks/task-1/title`. */
export function useField<Shown extends Json>(at: string, kind: FieldKind<Shown>): EditedField<Shown> {
  const { held, isHidden, mayChange, edit } = useCaseEditing()
  const autosave = useAutosave<Shown>({
    place: at,
    held: kind.shown(held(at)),
    fault: kind.fault,
    isShown: kind.isShown,
    attempt: (shown, version, settle) => {
      const value = kind.value(shown)
      return edit(kind.edits?.(shown) ?? [value === undefined ? { at } : { at, value }], version, { settle })
    },
  })
  return { ...autosave, hidden: isHidden(at) && !autosave.dirty, readOnly: !mayChange }
}

export const isText = (value: Json): value is string => typeof value === 'string'
export const isTexts = (value: Json): value is string[] => Array.isArray(value) && value.every(isText)

/** Several words of a list; `needed` says that one is missing, where it may not be. */
export const textsKind = (needed: string | undefined): FieldKind<string[]> => ({
  shown: (held) => (isTexts(held) ? held : []),
  value: (shown) => shown,
  fault: (shown) => (shown.length === 0 ? needed : undefined),
  isShown: isTexts,
})
