import { useEffect, useState } from 'react'
import { ulid } from 'ulid'
import type { Output } from '#contract/operations.ts'
import { call } from '../../app/call.ts'
import { useNames } from '../../app/names.tsx'

type Named = Output<'attachment.reveal-names'>['names'][number]

/** File names and issuers in full while names are shown, anew when the list changes; gone with the names. */
export function useFileNames(reference: string, list: unknown): (id: string) => Named | undefined {
  const shown = useNames().shownFor === reference
  const [names, setNames] = useState<readonly Named[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other names
  useEffect(() => {
    if (!shown) return undefined
    let left = false
    call('attachment.reveal-names', { reference, operationId: ulid() }).then(
      (found) => (left ? undefined : setNames(found.names)),
      // Without names the files go on being called by type and day.
      () => undefined,
    )
    return () => {
      left = true
      setNames([])
    }
  }, [shown, reference, list])
  return (id) => names.find((each) => each.id === id)
}
