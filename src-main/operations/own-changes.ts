import type { Input } from '#contract/operations.ts'
import { type AskedChange, changeCase } from './change-case.ts'
import type { Ports, StoredCase } from './ports.ts'

/**
 * As `changeCase`. Changes made elsewhere in the case by the same person are no conflict: they saw them. Where they answer the same question
 * anew before the window has read their first answer, the later one counts: `again`.
 */
export async function changeUnlessInTheWay(ports: Ports, stored: StoredCase, asked: AskedChange, again = false) {
  const outcome = await changeCase(ports, asked)
  if (outcome.ok || outcome.error.conflict === undefined || asked.settle !== undefined) return outcome
  const { version, rows } = outcome.error.conflict
  if ((!again && rows.some((row) => row.overlap)) || !(await onlyMine(ports, stored, asked.version))) return outcome
  const choices: NonNullable<Input<'case.edit'>['settle']>['choices'] = Object.fromEntries(rows.map(({ path }) => [path, 'mine']))
  return changeCase(ports, { ...asked, settle: { version, choices } })
}

/** So many entries back one's own changes are recognised. */
const furthest = 200

async function onlyMine(ports: Ports, { caseFile, version }: StoredCase, since: number): Promise<boolean> {
  const entries = await ports.changes.entries(caseFile.id, furthest)
  const later = entries.filter((entry) => (entry.version ?? 0) > since)
  return later.length >= version - since && later.every((entry) => entry.actor === ports.changes.me())
}
