import { useState } from 'react'
import { ulid } from 'ulid'
import { useChanges } from '../app/changes.tsx'

/** Begins a form in a case, or finds the one that is begun, and opens it. */
export function useBegin(reference: string, open: (index: number) => void) {
  const { save } = useChanges()
  const [busy, setBusy] = useState(false)
  const begin = async (id: string): Promise<void> => {
    setBusy(true)
    const begun = await save('questionnaire.start', { reference, id, operationId: ulid() })
    setBusy(false)
    if (begun.ok) open(begun.value.index)
  }
  return { busy, begin: (id: string) => void begin(id) }
}
