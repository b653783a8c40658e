import type { CaseFile } from '#domain/case/case-file.ts'
import { plansBudget } from '#domain/changes/decisions.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { isInForce } from '#domain/readiness/overrides.ts'
import { pauseOn } from '#domain/readiness/pause.ts'
import type { CaseEntry } from './changes-port.ts'
import { decide, type Refused } from './decide.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'

/** Characters that the reason of a decision has at the least, as the case file asks. */
const shortestReason = 40

export const decisionImplementations: Implementations<'budget.approve' | 'safeguard.set-aside' | 'safeguard.restore'> = {
  'budget.approve': async (ports, { fundedForWholePeriod, ...asked }) => {
    const approval = { ...factOf(ports), by: await ports.user(), fundedForWholePeriod }
    return decided(ports, asked, {
      action: 'budget.approved',
      decision: 'approve-budget',
      hindrance: (stored) => approvalHindered(ports, stored),
      steps: ({ budget }) => [{ path: `/budget/approvals/${budget.approvals.length}`, after: approval }],
    })
  },
  'safeguard.set-aside': async (ports, { gate: id, reason, until, ...asked }) => {
    const gate = ports.catalogue.gates.find((each) => each.id === id)
    if (gate === undefined) return refused('no-such-safeguard', { gate: id })
    if (gate.kind === 'hard' || gate.override !== 'manager-with-reason') return refused('safeguard-hard', { gate: id })
    if (reason.length < shortestReason) return refused('decision-reason', { least: shortestReason })
    const today = ports.clock.today()
    if (until !== undefined && until < today) return refused('until-over', { until })
    const override = { ...factOf(ports), gate: id, reason, decidedBy: await ports.user(), ...(until === undefined ? {} : { until }) }
    return decided(ports, asked, {
      action: 'safeguard.set-aside',
      decision: 'approve-override',
      hindrance: ({ caseFile }) => {
        if (pauseOn(caseFile, today) !== undefined) return refused('set-aside-paused')
        return caseFile.overrides.some((each) => isInForce(caseFile, each, gate, today))
          ? refused('set-aside-already', { gate: id })
          : undefined
      },
      steps: ({ overrides }) => [{ path: `/overrides/${overrides.length}`, after: override }],
    })
  },
  'safeguard.restore': async (ports, { gate: id, reason, ...asked }) => {
    const gate = ports.catalogue.gates.find((each) => each.id === id)
    if (gate === undefined) return refused('no-such-safeguard', { gate: id })
    if (reason.length < shortestReason) return refused('decision-reason', { least: shortestReason })
    const restored = { ...factOf(ports), reason, decidedBy: await ports.user() }
    const steps = (caseFile: CaseFile): readonly ChangeStep[] =>
      caseFile.overrides.flatMap((each, index) =>
        isInForce(caseFile, each, gate, restored.happenedOn) ? [{ path: `/overrides/${index}/restored`, after: restored }] : [],
      )
    return decided(ports, asked, {
      action: 'safeguard.restored',
      decision: 'approve-override',
      hindrance: ({ caseFile }) => (steps(caseFile).length === 0 ? refused('not-set-aside', { gate: id }) : undefined),
      steps,
    })
  },
}

async function decided(...given: Parameters<typeof decide>) {
  const changed = await decide(...given)
  return changed.ok ? done({ version: changed.value.version }) : changed
}

const factOf = ({ clock }: Ports) => ({ happenedOn: clock.today(), recordedAt: clock.now() })

async function approvalHindered(ports: Ports, stored: StoredCase): Promise<Refused | undefined> {
  if (stored.caseFile.budget.lines.length === 0) return refused('budget-empty')
  return (await plannedByMe(ports, stored)) ? refused('budget-own') : undefined
}

const pageOfEntries = 100

/**
 * Whether the person at the screen has planned anything of the budget since it was last approved here. Whoever read a case in with a
 * budget has planned it, as far as this register knows.
 * @source Hemväg rule: four eyes
 */
async function plannedByMe(ports: Ports, { caseFile: { id } }: StoredCase): Promise<boolean> {
  const planned = ({ steps, version }: CaseEntry) => version === 1 || steps.some(plansBudget)
  for (let before: number | undefined; ; ) {
    const page = await ports.changes.entries(id, pageOfEntries, before)
    for (const entry of page) {
      if (entry.action === 'budget.approved') return false
      if (entry.actor === ports.changes.me() && planned(entry)) return true
    }
    if (page.length < pageOfEntries) return false
    before = page.at(-1)?.seq
  }
}
