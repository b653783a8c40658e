import type { CaseFile } from '#domain/case/case-file.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { WorkingCalendar } from '#domain/catalogue/follow-up.ts'
import { deadlinesOf } from '#domain/deadlines/deadlines-of.ts'
import { retentionOf } from '#domain/deadlines/retention.ts'
import type { RetentionDecision } from '#domain/deadlines/retention-decision.ts'
import { handedOverOn } from '#domain/follow-up/follow-up-of.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import type { CaseStanding } from '#register/case-file-form.ts'

/** What the register's projection may say of a case: where it stands, what is due next, when it may be weeded. */
export function standingOf(
  caseFile: CaseFile,
  catalogue: Catalogue,
  calendar: WorkingCalendar,
  today: string,
  decision: RetentionDecision | null,
): CaseStanding {
  const readiness = assessReadiness(caseFile, catalogue, today)
  const validities = readiness.gates.map(({ gate, validThrough }) => ({ gate: gate.id, validThrough }))
  const open = deadlinesOf(caseFile, catalogue, calendar, today, validities).filter(
    (each) => each.state !== 'done' && each.state !== 'ended',
  )
  const handedOver = handedOverOn(caseFile, today) !== undefined
  return {
    status: readiness.pause !== undefined ? 'paused' : handedOver ? 'handed-over' : 'active',
    nextDue: open.find((each) => each.due !== null && each.due >= today)?.due ?? undefined,
    eraseAfter: retentionOf(caseFile, catalogue.retentionRules, today, decision).listedFrom ?? undefined,
  }
}
