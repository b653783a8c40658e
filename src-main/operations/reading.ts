import type { Reader } from '#domain/changes/shown-fields.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'

/** The case, and what its reader may see of it. Showing names is a read that is journalled. */
export async function reading(ports: Ports, reference: string, names: string | undefined, what: string) {
  const stored = await ports.register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  if (names !== undefined) await ports.register.recordRead(reference, what, names)
  const reader: Reader = { caseFile: stored.caseFile, namesShown: names !== undefined }
  return done({ stored, reader })
}
