import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '#contract/operations.ts'
import { useChanges } from '../changes.tsx'
import { type Choices, type Conflict, type Settle, useSettling } from '../settling.ts'
import { type EditOutcome, type Json, useCaseEditing } from './case-editing.tsx'
import { addKeeper, isLocking } from './keeping.ts'

/** So long after the last key a field is saved. @source Hemväg rule */
const saveAfter = 800
/** So often what is being typed is kept as a draft. @source Hemväg rule */
const keepAfter = 300

type Asked<Shown extends Json> = {
  /** Where it is written: a path of the case, or a name of its own as `note:new`. */
  readonly place: string
  /** Where it waits from now on, if that changed since it was last drawn: a screen that is going is not drawn again. */
  readonly placeNow?: () => string
  /** What the register holds, as the field shows it. */
  readonly held: Shown
  /** Words that say why this is not saved as it is; it then waits as a draft. */
  readonly fault: (shown: Shown) => string | undefined
  readonly attempt: (shown: Shown, version: number, settle: Settle | undefined) => Promise<EditOutcome>
  /** Tells a draft of this field from one that an older program kept. */
  readonly isShown: (value: Json) => value is Shown
  /** Saved only by `submit` and Ctrl S, as what becomes a thing of its own; until then it is a draft. */
  readonly byHand?: boolean
  /** After a save, while nothing more was typed. */
  readonly onSaved?: () => void
}

/** What stands in the field, and the version of the case it was made against. `saved`: the register holds it; the words stay until one leaves. */
type Typed<Shown> = { readonly shown: Shown; readonly version: number; readonly saved?: boolean }

export type Autosave<Shown> = {
  readonly shown: Shown
  readonly dirty: boolean
  /** Words for what is wrong with what stands here; only after the field was left. */
  readonly fault: string | undefined
  readonly failure: Failure | undefined
  readonly conflict: Conflict | undefined
  /** What stands here was found again: it was typed before a lock, a crash or an end of the program. */
  readonly found: boolean
  /** Something was found again and is hidden until names are shown. */
  readonly foundHidden: boolean
  /** Words as they are typed: kept at once, saved when the typing rests. */
  readonly type: (shown: Shown) => void
  /** A choice: saved at once. */
  readonly choose: (shown: Shown) => void
  readonly leave: () => void
  readonly submit: () => void
  readonly settle: (choices: Choices) => void
  readonly drop: () => void
}

const same = (one: Json, other: Json): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Saves what is typed at one place by itself, and loses none of it: the one way in which anything of a case is written in the window. */
export function useAutosave<Shown extends Json>(asked: Asked<Shown>): Autosave<Shown> {
  const editing = useCaseEditing()
  const { notSaved } = useChanges()
  const settling = useSettling()
  const [begun] = useState(() => draftAt(asked, editing.draftOf(asked.place)))
  const [typed, setTyped] = useState<Typed<Shown> | undefined>(begun)
  const [found, setFound] = useState(begun !== undefined)
  const [left, setLeft] = useState(false)
  const now = useRef({
    asked,
    editing,
    typed,
    kept: begun !== undefined,
    inside: false,
    saver: 0,
    keeper: 0,
    saving: noSave(),
    keeping: noSave(),
  })
  now.current.asked = asked
  now.current.editing = editing

  const put = useCallback((next: Typed<Shown> | undefined) => {
    now.current.typed = next
    setTyped(next)
  }, [])

  const keep = useCallback(async (): Promise<void> => {
    const state = now.current
    window.clearTimeout(state.keeper)
    state.keeper = 0
    // A draft made beside a save would be of a version that is just becoming an older one.
    await state.saving
    if (state.typed === undefined || state.typed.saved === true) return
    state.kept = true
    const keeping = state.editing
      .keepDraft(state.asked.placeNow?.() ?? state.asked.place, state.typed.version, state.typed.shown)
      .then(ended, ended)
    state.keeping = keeping
    await keeping
    if (state.keeping === keeping) state.keeping = undefined
  }, [])

  const forget = useCallback((): void => {
    const state = now.current
    window.clearTimeout(state.keeper)
    state.keeper = 0
    if (!state.kept) return
    state.kept = false
    const drop = () => state.editing.dropDraft(state.asked.place).catch(() => undefined)
    // A draft that is just being kept must not outlive its dropping.
    void state.keeping?.then(() => (state.kept ? undefined : drop()))
    void drop()
  }, [])

  const { save: run, settle: settleWith, drop: dropConflict } = settling
  const done = useCallback(
    (saved: Typed<Shown>, version: number): void => {
      const state = now.current
      if (state.typed !== undefined && !same(state.typed.shown, saved.shown)) {
        put({ shown: state.typed.shown, version })
        return
      }
      put(state.inside ? { ...saved, version, saved: true } : undefined)
      setFound(false)
      forget()
      state.asked.onSaved?.()
    },
    [put, forget],
  )

  const save = useCallback(async (): Promise<void> => {
    const state = now.current
    window.clearTimeout(state.saver)
    state.saver = 0
    const { typed: words, asked: question } = state
    if (words === undefined || words.saved === true || state.saving !== undefined) return
    if (same(words.shown, question.held)) return done(words, words.version)
    if (question.fault(words.shown) !== undefined) return keep()
    let refused = false
    state.saving = run(async (settle) => {
      const outcome = await question.attempt(words.shown, words.version, settle)
      if (outcome.ok) done(words, outcome.value.version)
      else refused = true
      return outcome
    }).then(() => undefined)
    await state.saving
    state.saving = undefined
    if (refused) await keep()
    else if (state.typed !== undefined && state.typed.saved !== true && question.byHand !== true)
      state.saver = window.setTimeout(() => void save(), saveAfter)
  }, [run, done, keep])

  const take = useCallback(
    (shown: Shown): void => {
      const state = now.current
      put({ shown, version: state.typed?.version ?? state.editing.version })
      window.clearTimeout(state.saver)
      notSaved()
    },
    [put, notSaved],
  )
  const type = useCallback(
    (shown: Shown): void => {
      const state = now.current
      state.inside = true
      take(shown)
      setLeft(false)
      if (state.keeper === 0) state.keeper = window.setTimeout(() => void keep(), keepAfter)
      if (state.asked.byHand !== true) state.saver = window.setTimeout(() => void save(), saveAfter)
    },
    [take, keep, save],
  )
  const leave = useCallback((): void => {
    const state = now.current
    setLeft(true)
    state.inside = false
    if (state.typed?.saved === true) put(undefined)
    else if (state.asked.byHand === true) void keep()
    else void save()
  }, [put, keep, save])
  const draft = editing.draftOf(asked.place)
  useEffect(() => {
    // Names have been shown: what was hidden of the draft can come back now.
    if (now.current.typed !== undefined || now.current.kept) return
    const visible = draftAt(now.current.asked, draft)
    if (visible === undefined) {
      // Saved after all, just before the end: nothing is left to bring back.
      if (draft?.hidden !== false) return
      now.current.kept = true
      forget()
      return
    }
    now.current.kept = true
    put(visible)
    setFound(true)
    if (now.current.asked.byHand !== true) void save()
  }, [draft, put, save, forget])
  useEffect(() => {
    const state = now.current
    const stay = addKeeper(keep)
    const hear = (): void => void save()
    window.addEventListener('hemvag-save', hear)
    // What was found again is tried at once: it is saved, or shows what came between.
    if (state.asked.byHand !== true) void save()
    return () => {
      stay()
      window.removeEventListener('hemvag-save', hear)
      window.clearTimeout(state.keeper)
      if (isLocking()) return
      if (state.asked.byHand === true) void keep()
      else void save()
    }
  }, [keep, save])
  const shown = typed === undefined ? asked.held : typed.shown
  const fault = typed === undefined || !(left || found) ? undefined : asked.fault(typed.shown)
  return {
    shown,
    dirty: typed !== undefined && typed.saved !== true,
    fault,
    failure: settling.failure,
    conflict: settling.conflict,
    found,
    foundHidden: typed === undefined && draft?.hidden === true,
    type,
    choose: (next) => {
      take(next)
      leave()
    },
    leave,
    submit: () => {
      now.current.inside = false
      void save()
    },
    settle: (choices) => void settleWith(choices),
    drop: () => {
      dropConflict()
      put(undefined)
      setFound(false)
      setLeft(false)
      forget()
    },
  }
}

const ended = (): undefined => undefined
const noSave = (): Promise<void> | undefined => undefined

function draftAt<Shown extends Json>(
  { held, isShown }: Asked<Shown>,
  draft: ReturnType<ReturnType<typeof useCaseEditing>['draftOf']>,
): Typed<Shown> | undefined {
  if (draft === undefined || draft.hidden || !isShown(draft.value) || same(draft.value, held)) return undefined
  return { shown: draft.value, version: draft.version }
}
