import type { Implementations } from './implementations.ts'
import { knownPlaces } from './known-places.ts'
import { done } from './outcome.ts'
import { saveOutside } from './save-outside.ts'

export const journalImplementations: Implementations<'journal.verify' | 'journal.export'> = {
  'journal.verify': async (ports, { known = [], own = false }) => {
    const given = await knownPlaces(ports, known)
    if (!given.ok) return given
    const { heads, checkpoints } = given.value
    const witnesses = own ? await ports.journal.witnesses() : []
    const verdict = await ports.journal.verify({ heads, checkpoints: [...checkpoints, ...witnesses] })
    const ours = witnesses.map(({ kind, name, number }) => ({ kind, name, checkpoint: number }))
    return done({ ...verdict, compared: [...ours, ...known.map((name) => ({ kind: 'given' as const, name, checkpoint: null }))] })
  },
  'journal.export': async ({ journal, files }, { folder, name, operationId }) => {
    const { pieces, ...said } = await journal.file()
    const saved = await saveOutside(files, { folder, name, bytes: pieces }, () =>
      journal.recordExport({ entries: said.entries, checkpoint: said.checkpoint.number }, operationId),
    )
    if (!saved.ok) return saved
    return done({ file: saved.value, verifier: journal.verifier(), ...said })
  },
}
