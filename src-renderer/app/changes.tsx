import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure, Input, Output } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { CallFailure, call } from './call.ts'
import { forget, type WriteName } from './queries.ts'

/** Whether what was written is in the register. `not`: something is only here yet. */
export type Saved = { readonly kind: 'untouched' | 'saving' | 'not' } | { readonly kind: 'saved'; readonly at: string }

/** What can be taken back, or was: the action's code, or why it could not be. */
export type Notice =
  | { readonly kind: 'did' | 'undone' | 'redone'; readonly action: string; readonly reference: string }
  | { readonly kind: 'refused'; readonly failure: Failure }

type Changes = {
  readonly saved: Saved
  readonly notice: Notice | undefined
  /** Something is written and not yet in the register. */
  readonly notSaved: () => void
  readonly dismiss: () => void
  /** Runs a write and tells the window how it went. A refusal comes as a value: what was typed stays where it is. */
  readonly save: <N extends WriteName>(name: N, input: Input<N>, did?: Did) => Promise<Result<Output<N>, Failure>>
  readonly turn: (way: 'undo' | 'redo', reference: string) => void
}
type Did = { readonly action: string; readonly reference: string }

const Context = createContext<Changes | undefined>(undefined)

export function useChanges(): Changes {
  const changes = use(Context)
  if (changes === undefined) throw new Error('useChanges outside its provider')
  return changes
}

const incident: Failure = { code: 'incident', messageKey: 'trouble.unknown', values: { code: 'incident' } }

/** Every change of a case goes through here: saved state, undo and the words for it are one thing for the whole window. */
export function ChangesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient()
  const [saved, setSaved] = useState<Saved>({ kind: 'untouched' })
  const [notice, setNotice] = useState<Notice>()
  const notSaved = useCallback(() => setSaved({ kind: 'not' }), [])
  const dismiss = useCallback(() => setNotice(undefined), [])
  const save = useCallback<Changes['save']>(
    async (name, input, did) => {
      setSaved({ kind: 'saving' })
      try {
        const value = await call(name, input)
        setSaved({ kind: 'saved', at: new Date().toISOString() })
        if (did !== undefined) setNotice({ kind: 'did', ...did })
        await forget(client, ['*'])
        return { ok: true, value }
      } catch (error) {
        setSaved({ kind: 'not' })
        const failure = error instanceof CallFailure ? error.failure : incident
        if (failure.code === 'stale') await forget(client, ['*'])
        return { ok: false, error: failure }
      }
    },
    [client],
  )
  const turn = useCallback<Changes['turn']>(
    async (way, reference) => {
      const version = client.getQueryData<Output<'case.overview'>>(['case.overview', { reference }])?.identity.version
      if (version === undefined) return
      const turned = await save(way === 'undo' ? 'case.undo' : 'case.redo', { reference, version, operationId: ulid() })
      if (turned.ok) setNotice({ kind: way === 'undo' ? 'undone' : 'redone', action: turned.value.action, reference })
      else {
        // Nothing that was written is lost by an undo that cannot be made.
        setSaved({ kind: 'untouched' })
        setNotice({ kind: 'refused', failure: turned.error })
      }
    },
    [client, save],
  )
  const changes = useMemo<Changes>(() => ({ saved, notice, notSaved, dismiss, save, turn }), [saved, notice, notSaved, dismiss, save, turn])
  return <Context value={changes}>{children}</Context>
}
