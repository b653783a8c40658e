import type { CaseFile } from '../case/case-file.ts'
import type { Act } from '../roles.ts'
import { sameValue } from './json.ts'
import type { ChangeStep } from './steps.ts'

/** What only a manager decides in a case. */
export type Decision = Extract<Act, 'approve-budget' | 'approve-override' | 'approve-resumption'>

/**
 * The decisions that a change holds, whatever way it comes: an approval of the budget, a safeguard set aside or restored,
 * and that a paused case goes on.
 * @source Hemväg rule
 */
export function decisionsIn(before: CaseFile | undefined, after: CaseFile): readonly Decision[] {
  const approves = !sameValue(before?.budget.approvals ?? [], after.budget.approvals)
  const setsAside = !sameValue(before?.overrides ?? [], after.overrides)
  const resumes = !sameValue(before?.resumptions ?? [], after.resumptions)
  return [
    ...(approves ? (['approve-budget'] as const) : []),
    ...(setsAside ? (['approve-override'] as const) : []),
    ...(resumes ? (['approve-resumption'] as const) : []),
  ]
}

/** Whether a step plans the budget: its lines or rates, alone or with the whole. */
export const plansBudget = ({ path }: ChangeStep): boolean => /^\/budget(?:$|\/lines(?:\/|$)|\/rates(?:\/|$))/.test(path)
