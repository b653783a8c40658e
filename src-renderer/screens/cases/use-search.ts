import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { Output } from '#contract/operations.ts'
import { type CallFailure, call } from '../../app/call.ts'

export type Found = Output<'search.find'>

const shortest = 2

/** What is found while one types; asked again as long as cases are still being read into the index. */
export function useSearch(text: string): { readonly searching: boolean; readonly found: Found | undefined; readonly failed: boolean } {
  const asked = useDeferredValue(text.trim())
  const searching = [...text.trim()].length >= shortest
  const query = useQuery<Found, CallFailure>({
    queryKey: ['search.find', { text: asked }],
    queryFn: () => call('search.find', { text: asked }),
    enabled: [...asked].length >= shortest,
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchInterval: ({ state }) => ((state.data?.pending ?? 0) > 0 ? 50 : false),
  })
  return { searching, found: searching ? query.data : undefined, failed: searching && query.isError }
}
