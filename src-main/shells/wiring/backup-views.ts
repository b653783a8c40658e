import type { Output } from '#contract/operations.ts'
import type { BackupState } from '#register/backup/backups.ts'
import type { Comparison } from '#register/backup/compare.ts'
import type { Facts } from '#register/backup/facts.ts'
import type { ListedCopy } from '#register/backup/manifest.ts'

type CopyView = NonNullable<Output<'backup.state'>['places'][number]['newest']>
type FactsView = NonNullable<Output<'backup.compare'>['present']['facts']>

export const copyView = ({ name, at, size, counts, checkpoint }: ListedCopy): CopyView => ({
  name,
  at,
  size,
  cases: counts.cases,
  entries: counts.entries,
  attachments: counts.attachments,
  checkpoint: checkpoint?.number ?? null,
})

export function placeView(place: BackupState['places'][number], unreached: readonly string[]): Output<'backup.state'>['places'][number] {
  const { id, label, folder, isThere, sameDisk, lastGoodAt, tooOld, copies } = place
  const [newest] = copies
  return {
    id,
    label,
    folder,
    isThere,
    sameDisk,
    lastGoodAt: lastGoodAt ?? null,
    tooOld,
    copies: copies.length,
    newest: newest === undefined ? null : copyView(newest),
    unreached: unreached.includes(id),
  }
}

const factsView = ({ registerId, schema, newestEntryAt, counts, checkpoint }: Facts): FactsView => ({
  registerId,
  schema,
  newestEntryAt: newestEntryAt ?? null,
  cases: counts.cases,
  entries: counts.entries,
  attachments: counts.attachments,
  checkpoint: checkpoint?.number ?? null,
})

export function comparisonView({ copy, present, relation, lost, lostCases, olderCases }: Comparison): Output<'backup.compare'> {
  const facts = factsView(copy)
  const { cases, entries, attachments, checkpoint } = facts
  return {
    copy: { name: copy.name, at: copy.at, size: copy.size, cases, entries, attachments, checkpoint, facts },
    present: { state: present.state, facts: present.state === 'readable' ? factsView(present.facts) : null },
    relation: relation ?? null,
    lost,
    lostCases,
    olderCases,
  }
}
