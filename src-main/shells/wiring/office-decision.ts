import type { CaseFile } from '#domain/case/case-file.ts'
import { type RetentionDecision, retentionDecisionSchema } from '#domain/deadlines/retention-decision.ts'
import type { Register } from '#register/register.ts'
import { expected } from './register-port.ts'

export const decisionSetting = 'retention-decision'

/** The office's own decision on retention, as the open register holds it; what is projected of each case follows it. */
export type OfficeDecision = { current: RetentionDecision | null }

export async function decisionIn(register: Pick<Register<CaseFile>, 'setting'>): Promise<RetentionDecision | null> {
  const parsed = retentionDecisionSchema.safeParse(expected(await register.setting(decisionSetting)))
  return parsed.success ? parsed.data : null
}
