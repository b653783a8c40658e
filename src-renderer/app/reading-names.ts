import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { ulid } from 'ulid'
import { useNames } from './names.tsx'

/** The mark of a reading with names, while they are shown for the case; what was read so is forgotten when they are hidden. */
export function useReadingNames(reference: string): { readonly names?: string } {
  const shown = useNames().shownFor === reference
  const client = useQueryClient()
  const names = useMemo(() => (shown ? ulid() : undefined), [shown])
  useEffect(() => {
    if (names === undefined) return undefined
    return () => client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(names) })
  }, [client, names])
  return useMemo(() => (names === undefined ? {} : { names }), [names])
}
