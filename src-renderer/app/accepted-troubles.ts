import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '#contract/operations.ts'
import { type AcceptableTrouble, isTrouble } from '#domain/starts/safe-facts.ts'
import { CallFailure } from './call.ts'

/** What the person has read and gone on in spite of, since Hemväg last looked afresh. Kept outside of any screen: one trouble may follow another. */
const accepted = new Set<AcceptableTrouble>()

export const useAccepted = (): { readonly with: (code: AcceptableTrouble) => readonly AcceptableTrouble[] } => ({
  with: (code) => [...accepted.add(code)],
})

/** The trouble that an attempt to unlock met, whichever screen made the attempt, until somebody looks afresh. */
export function useStartTrouble(): readonly [Failure | undefined, () => void] {
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<Failure>()
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated') return
        const { action, mutation } = event
        if (mutation.options.mutationKey?.[0] !== 'register.unlock') return
        if (action.type === 'success') setTrouble(undefined)
        if (action.type === 'error' && isStartFailure(action.error)) setTrouble(action.error.failure)
      }),
    [client],
  )
  const lookAfresh = useCallback(() => {
    accepted.clear()
    setTrouble(undefined)
    void client.invalidateQueries()
  }, [client])
  return [trouble, lookAfresh]
}

const isStartFailure = (error: unknown): error is CallFailure => error instanceof CallFailure && isTrouble(error.failure.code)
