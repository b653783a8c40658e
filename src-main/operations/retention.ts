import type { Input } from '#contract/operations.ts'
import type { RetentionView } from '#contract/retention.ts'
import { isOnWeedingList, type Retention, retentionOf } from '#domain/deadlines/retention.ts'
import type { RetentionDecision } from '#domain/deadlines/retention-decision.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'
import type { CaseToWeed } from './retention-port.ts'

type Names = 'retention.list' | 'retention.decide' | 'retention.sign' | 'retention.erase' | 'erasure.state'

export const retentionImplementations: Implementations<Names> = {
  'retention.list': async (ports, input) => {
    const on = input.on ?? ports.clock.today()
    const judged = await judgedCases(ports, on)
    return done({
      on,
      cases: judged.map((each) => each.view).toSorted(soonestFirst),
      closed: [...(await ports.retention.closed())],
      decision: await ports.retention.decision(),
      mayErase: await ports.retention.mayErase(),
    })
  },
  'retention.decide': async ({ retention }, { decision, operationId }) => {
    if (!(await retention.mayErase())) return refused('manager-only')
    const decided = await retention.decide(decision, operationId)
    return decided.ok ? done({}) : decided
  },
  'retention.sign': (ports, input) => sign(ports, input),
  'retention.erase': async (ports, { list, confirm }) => {
    const { retention } = ports
    if (!(await retention.mayErase())) return refused('manager-only')
    const signed = await retention.list(list)
    if (!signed.ok) return signed
    if (confirm !== signed.value.cases.length) return refused('erase-count', { typed: confirm, cases: signed.value.cases.length })
    const risen = await noLongerDue(ports, signed.value.cases)
    if (risen !== undefined) return refused('not-due', { reference: risen })
    const erased = await retention.erase(list)
    return erased.ok ? done({ erased: [...erased.value], places: (await retention.state()).places }) : erased
  },
  'erasure.state': async ({ retention }) => done(await retention.state()),
}

/** A listed case in which something was written after the list was signed, so that it must be kept; one that is gone already is none. */
async function noLongerDue(ports: Ports, references: readonly string[]): Promise<string | undefined> {
  const [on, decision] = [ports.clock.today(), await ports.retention.decision()]
  for (const reference of references) {
    const stored = await ports.register.find(reference)
    if (stored !== undefined && !viewOf(ports, stored, on, decision).due) return reference
  }
  return undefined
}

type Judged = { readonly stored: StoredCase; readonly view: RetentionView }

/** Each case that is open to this person, with what may be done with it on a day. */
async function judgedCases(ports: Ports, on: string): Promise<readonly Judged[]> {
  const decision = await ports.retention.decision()
  const cases = await ports.register.list()
  return cases.map((stored) => ({ stored, view: viewOf(ports, stored, on, decision) }))
}

function viewOf({ catalogue }: Ports, { caseFile }: StoredCase, on: string, decision: RetentionDecision | null): RetentionView {
  const retention = retentionOf(caseFile, catalogue.retentionRules, on, decision)
  const rule = catalogue.retentionRules.find((each) => each.id === retention.rule)
  const decided = retention.action === 'ask' && rule !== undefined && decision !== null && decision.decidedOn <= on
  return {
    reference: caseFile.reference,
    rule: retention.rule,
    state: stateOf(retention, isOnWeedingList(retention, on), decided),
    action: retention.action,
    listedFrom: retention.listedFrom,
    completeBy: retention.completeBy,
    due: isOnWeedingList(retention, on),
    alsoApply: [...retention.alsoApply],
    basis: decided ? decision.text : (rule?.basis ?? null),
    standing: rule?.standing ?? 'unverified',
    checked: rule?.checked ?? null,
    validFrom: rule?.validFrom ?? null,
    decided,
  }
}

function stateOf({ rule, action, completeBy, listedFrom }: Retention, due: boolean, decided: boolean): RetentionView['state'] {
  if (rule === null) return 'no-rule'
  if (action === 'keep') return 'kept'
  if (action === 'ask' && !decided) return 'ask'
  if (due) return completeBy === null ? 'may' : 'must'
  return listedFrom === null ? 'waiting' : 'later'
}

/** What is due first, by the day by which it must be done; then what will be, and last what is kept. */
function soonestFirst(one: RetentionView, other: RetentionView): number {
  const rank = ({ due, completeBy, listedFrom, reference }: RetentionView): string =>
    [due ? 0 : 1, completeBy ?? '9999', listedFrom ?? '9999', reference].join(' ')
  return rank(one) < rank(other) ? -1 : 1
}

/** Only a case whose clock has run can be put on the list, and it is judged today, whatever a screen showed yesterday. */
async function sign(ports: Ports, { cases, leaveOut, reason, operationId }: Input<'retention.sign'>) {
  if (!(await ports.retention.mayErase())) return refused('manager-only')
  const judged = new Map((await judgedCases(ports, ports.clock.today())).map((each) => [each.view.reference, each]))
  const toWeed: CaseToWeed[] = []
  for (const reference of new Set(cases)) {
    const found = judged.get(reference)
    if (found === undefined) return refused('no-such-case', { reference })
    const listed = listedCase(found)
    if (listed === undefined) return refused('not-due', { reference })
    toWeed.push(listed)
  }
  const leftOut = leaveOut.flatMap(({ reference, reason: why }) => {
    const found = judged.get(reference)
    return found === undefined ? [] : [{ caseId: found.stored.caseFile.id, reference, reason: why }]
  })
  return ports.retention.sign({ cases: toWeed, leftOut, reason, operationId })
}

function listedCase({ stored, view }: Judged): CaseToWeed | undefined {
  const { rule, action, listedFrom, completeBy, basis, due, reference } = view
  if (!due || rule === null || listedFrom === null) return undefined
  return { caseId: stored.caseFile.id, reference, rule, action, listedFrom, completeBy, basis }
}
