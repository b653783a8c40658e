import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'

export const exchangeImplementations: Implementations<'case.import' | 'case.export' | 'schema.case'> = {
  'case.import': async ({ files, exchange, register }, { file, operationId }) => {
    const bytes = await files.read(file)
    if (!bytes.ok) return bytes
    const parsed = exchange.read(bytes.value)
    if (!parsed.ok) return refused('case-file', { file, count: parsed.error.length }, { faults: parsed.error })
    const added = await register.add(parsed.value, operationId)
    return added.ok ? done({ reference: added.value.caseFile.reference, version: added.value.version }) : added
  },
  'case.export': async ({ register, exchange }, { reference }) => {
    const stored = await register.find(reference)
    return stored === undefined ? refused('no-such-case', { reference }) : done({ text: exchange.write(stored.caseFile) })
  },
  'schema.case': async ({ exchange }) => done({ text: exchange.schema() }),
}
