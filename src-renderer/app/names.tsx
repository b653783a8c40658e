import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { ulid } from 'ulid'
import type { Output } from '#contract/operations.ts'
import type { PersonView } from '#contract/views.ts'
import { subscribe } from './call.ts'
import { useCommand } from './queries.ts'

type Revealed = Output<'case.reveal-names'> & { readonly reference: string; readonly until: number }
type Names = {
  /** Names of the open case while they are shown. */
  readonly child: (reference: string) => string | undefined
  readonly person: (reference: string, id: string) => PersonView | undefined
  readonly minutesLeft: number
  readonly shownFor: string | undefined
  readonly failed: boolean
  readonly show: (reference: string) => void
  readonly hide: () => void
}

export const shownMinutes = 5
const NamesContext = createContext<Names | undefined>(undefined)

export function useNames(): Names {
  const names = use(NamesContext)
  if (names === undefined) throw new Error('useNames outside NamesProvider')
  return names
}

/** Names are hidden until asked for: for the open case only, for five minutes, gone at lock and a minute after the window lost focus. */
export function NamesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const reveal = useCommand('case.reveal-names')
  const client = useQueryClient()
  const [revealed, setRevealed] = useState<Revealed>()
  const [now, setNow] = useState(() => Date.now())
  const hide = useCallback(() => setRevealed(undefined), [])
  const { mutate, isError } = reveal
  const show = useCallback(
    (reference: string) =>
      mutate(
        { reference, operationId: ulid() },
        {
          onSuccess: (found) => {
            setNow(Date.now())
            setRevealed({ ...found, reference, until: Date.now() + shownMinutes * 60_000 })
          },
        },
      ),
    [mutate],
  )
  useTick(revealed !== undefined, () => setNow(Date.now()))
  useHideOnLeaving(revealed !== undefined, hide)
  useEffect(() => subscribe((event) => (event === 'register.locked' ? hide() : undefined)), [hide])
  // No copy of a name is kept once it is hidden.
  useEffect(() => (revealed === undefined ? client.getMutationCache().clear() : undefined), [client, revealed])
  const current = revealed !== undefined && revealed.until > now ? revealed : undefined
  const names = useMemo<Names>(
    () => ({
      child: (reference) => (current?.reference === reference ? current.child : undefined),
      person: (reference, id) => (current?.reference === reference ? current.people.find((each) => each.id === id) : undefined),
      minutesLeft: current === undefined ? 0 : Math.max(1, Math.ceil((current.until - now) / 60_000)),
      shownFor: current?.reference,
      failed: isError,
      show,
      hide,
    }),
    [current, now, isError, show, hide],
  )
  return <NamesContext value={names}>{children}</NamesContext>
}

function useTick(running: boolean, tick: () => void): void {
  useEffect(() => {
    if (!running) return undefined
    const timer = window.setInterval(tick, 5000)
    return () => window.clearInterval(timer)
  })
}

function useHideOnLeaving(shown: boolean, hide: () => void): void {
  useEffect(() => {
    if (!shown) return undefined
    let timer = 0
    const left = (): void => {
      timer = window.setTimeout(hide, 60_000)
    }
    const back = (): void => window.clearTimeout(timer)
    window.addEventListener('blur', left)
    window.addEventListener('focus', back)
    return () => {
      back()
      window.removeEventListener('blur', left)
      window.removeEventListener('focus', back)
    }
  }, [shown, hide])
}
