import type { Written } from '../journal/write.ts'
import type { Answer } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import type { DirectoryKind } from '../tables.ts'
import { type DirectoryRecord, type DirectoryVersion, keepRecords, type RecordsKept, recordsOf, versionsOf, yearsOf } from './records.ts'

/** Partners, country profiles and advice: sealed, versioned and journalled like a case, and part of none. */
export type Directory = {
  list(kind: DirectoryKind, year?: number): Promise<Answer<readonly DirectoryRecord[]>>
  years(kind: DirectoryKind): Promise<Answer<readonly number[]>>
  versions(kind: DirectoryKind, id: string): Promise<Answer<readonly DirectoryVersion[]>>
  keep(kept: RecordsKept): Promise<Answer<Written>>
}

export function directoryOf(session: Session): Directory {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    list: (kind, year) => ask(() => recordsOf(session, kind, year)),
    years: (kind) => ask(() => yearsOf(session, kind)),
    versions: (kind, id) => ask(() => versionsOf(session, kind, id)),
    keep: (kept) => ask(() => keepRecords(session, kept)),
  }
}
