import { useCallback, useRef } from 'react'
import { ulid } from 'ulid'

/** The id of an act: the same for the same content until it is done, so that a retry after a lost reply is recognised. */
export function useAttempt(): { readonly idOf: (content: string) => string; readonly done: () => void } {
  const attempt = useRef<{ readonly content: string; readonly id: string }>(undefined)
  const idOf = useCallback((content: string) => {
    if (attempt.current?.content !== content) attempt.current = { content, id: ulid() }
    return attempt.current.id
  }, [])
  const done = useCallback(() => {
    attempt.current = undefined
  }, [])
  return { idOf, done }
}
