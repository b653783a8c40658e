import type { Input } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Decision } from '#domain/changes/decisions.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { changeCase } from './change-case.ts'
import { refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'

export type Refused = ReturnType<typeof refused>

type Asked = Pick<Input<'consent.resume'>, 'reference' | 'version' | 'operationId'>
type Parts = {
  readonly action: string
  readonly decision: Decision
  /** Why it cannot be decided as the case stands. */
  readonly hindrance: (stored: StoredCase) => Refused | undefined | Promise<Refused | undefined>
  readonly steps: (caseFile: CaseFile) => readonly ChangeStep[]
}

/**
 * A manager's decision on the case as it was seen. A retry and a case that has moved on are told apart by `changeCase`; only a case as it
 * was seen is looked at for hindrances.
 */
export async function decide(ports: Ports, asked: Asked, { action, decision, hindrance, steps }: Parts) {
  const stored = await ports.register.find(asked.reference)
  if (stored === undefined) return refused('no-such-case', { reference: asked.reference })
  const hindered = stored.version === asked.version ? await hindrance(stored) : undefined
  if (hindered !== undefined) return hindered
  const base = asked.version < stored.version ? await ports.changes.at(stored.caseFile.id, asked.version) : stored.caseFile
  return changeCase(ports, { ...asked, steps: steps(base), action, decision })
}
