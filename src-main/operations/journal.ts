import type { Implementations } from './implementations.ts'
import { knownPlaces } from './known-places.ts'
import { done } from './outcome.ts'

export const journalImplementations: Implementations<'journal.verify' | 'journal.export'> = {
  'journal.verify': async (ports, { known = [] }) => {
    const places = await knownPlaces(ports, known)
    return places.ok ? done(await ports.journal.verify(places.value)) : places
  },
  'journal.export': async ({ journal, files }, { folder, name, operationId }) => {
    const { pieces, ...said } = await journal.file()
    const staged = await files.stage(folder, name, pieces)
    if (!staged.ok) return staged
    try {
      await journal.recordExport({ entries: said.entries, checkpoint: said.checkpoint.number }, operationId)
    } catch (error) {
      await staged.value.discard()
      throw error
    }
    await staged.value.commit()
    return done({ file: staged.value.file, ...said })
  },
}
