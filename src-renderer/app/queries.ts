import { QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Input, Output, WindowOperationName } from '#contract/operations.ts'
import { windowOperations } from '#contract/operations.ts'
import { type CallFailure, call } from './call.ts'
import { isLocking } from './editing/keeping.ts'

type NameWith<Effect> = {
  [N in WindowOperationName]: (typeof windowOperations)[N]['effect'] extends Effect ? N : never
}[WindowOperationName]
export type ReadName = NameWith<'read'>
export type WriteName = NameWith<'write'>

/** Answers stay until a write makes them stale: nobody but this window changes the register while it is open. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })

/** The answer to a read, kept under its name and input. */
export function useAnswer<N extends ReadName>(name: N, input: Input<N>, enabled = true): UseQueryResult<Output<N>, CallFailure> {
  return useQuery<Output<N>, CallFailure>({ queryKey: [name, input], queryFn: () => call(name, input), enabled })
}

/** Runs a write, then forgets whatever the contract says that it makes stale. */
export function useCommand<N extends WriteName>(name: N) {
  const client = useQueryClient()
  return useMutation<Output<N>, CallFailure, Input<N>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    onSuccess: () => forget(client, windowOperations[name].refreshes),
  })
}

/** Marks answers as stale by operation; `*` means all. */
export async function forget(client: QueryClient, names: readonly string[]): Promise<void> {
  // The window is covered already; an answer from before the lock would uncover it.
  if (isLocking()) return
  if (names.includes('*')) await client.invalidateQueries()
  else await client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[0])) })
}

/** What the lock itself shows: the screen may ask for it while the lock is still under way, and would never ask again were it taken away. */
const ofTheLock = ['register.status', 'unlock.state', 'backup.seen']

/** No answer about a case outlives the lock. */
function forgetCases(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => !ofTheLock.includes(String(queryKey[0])) })
}

/** Covers the window at once, before the register has answered that it is locked. */
export function coverCases(client: QueryClient): void {
  client.setQueryData<Output<'register.status'>>(['register.status', {}], (status) =>
    status === undefined ? undefined : { ...status, state: 'locked', user: null },
  )
  forgetCases(client)
}

/** What became of a restore is said once, before the register is opened again. */
export function forgetRestores(client: QueryClient): void {
  const cache = client.getMutationCache()
  for (const mutation of cache.findAll({ mutationKey: ['backup.restore'] })) cache.remove(mutation)
}
