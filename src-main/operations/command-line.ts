import { decisionsIn } from '#domain/changes/decisions.ts'
import { mayDo } from '#domain/roles.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'

export const commandLineImplementations: Implementations<'case.import' | 'case.export' | 'schema.case' | 'signer.create' | 'signer.show'> =
  {
    'case.import': async ({ files, exchange, register, people }, { file, operationId }) => {
      const bytes = await files.read(file, exchange.largestFile)
      if (!bytes.ok) return bytes
      const parsed = exchange.read(bytes.value)
      if (!parsed.ok) return refused('case-file', { file, count: parsed.error.length }, { faults: parsed.error })
      // What only a manager decides comes in with a file by a manager only.
      const { roles } = await people.self()
      const forbidden = decisionsIn(undefined, parsed.value).find((each) => !mayDo(roles, each))
      if (forbidden !== undefined) return refused('decisions-in-file', { file })
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
      // What is lost may be made anew; a damaged file is not written over.
      if (!kept.ok && kept.error.code !== 'signer-lost') return kept
      const subject = kept.ok ? kept.value?.subject : undefined
      if (subject !== undefined) return refused('signer-exists', { subject })
      const created = await plans.createSigner(request)
      await people.shareSigner()
      return done(created)
    },
    'signer.show': async ({ plans }) => {
      const signer = await plans.signer()
      if (!signer.ok) return signer
      return signer.value === undefined ? refused('no-signer') : done(signer.value)
    },
    'schema.case': async ({ exchange }) => done({ text: exchange.schema() }),
  }
