import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'

export const commandLineImplementations: Implementations<'case.import' | 'case.export' | 'schema.case' | 'signer.create' | 'signer.show'> =
  {
    'case.import': async ({ files, exchange, register }, { file, operationId }) => {
      const bytes = await files.read(file, exchange.largestFile)
      if (!bytes.ok) return bytes
      const parsed = exchange.read(bytes.value)
      if (!parsed.ok) return refused('case-file', { file, count: parsed.error.length }, { faults: parsed.error })
      const added = await register.add(parsed.value, operationId)
      return added.ok ? done({ reference: added.value.caseFile.reference, version: added.value.version }) : added
    },
    'case.export': async ({ register, exchange }, { reference, operationId }) => {
      const stored = await register.find(reference)
      if (stored === undefined) return refused('no-such-case', { reference })
      await register.recordRead(reference, 'case-file', operationId)
      return done({ text: exchange.write(stored.caseFile) })
    },
    'signer.create': async ({ plans, people }, request) => {
      const kept = await plans.signer()
      if (kept !== undefined) return refused('signer-exists', { subject: kept.subject })
      const created = await plans.createSigner(request)
      await people.shareSigner()
      return done(created)
    },
    'signer.show': async ({ plans }) => {
      const signer = await plans.signer()
      return signer === undefined ? refused('no-signer') : done(signer)
    },
    'schema.case': async ({ exchange }) => done({ text: exchange.schema() }),
  }
