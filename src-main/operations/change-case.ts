import type { Failure, Input } from '#contract/operations.ts'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import { type Decision, decisionsIn } from '#domain/changes/decisions.ts'
import { isWithin, patternOf } from '#domain/changes/field-path.ts'
import { immutableTouched } from '#domain/changes/immutable.ts'
import { namesSomebody } from '#domain/changes/name-fields.ts'
import { wordsFor } from '#domain/changes/shown-fields.ts'
import { applySteps, type ChangeStep } from '#domain/changes/steps.ts'
import { stepsBetween } from '#domain/changes/steps-between.ts'
import { conflictBetween, type FieldDifference, mergeOver } from '#domain/changes/three-way.ts'
import type { Result } from '#domain/result.ts'
import { mayDo } from '#domain/roles.ts'
import type { CaseEntry } from './changes-port.ts'
import { done, notPermitted, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'

/** A change of a case, made against the version that the person had before their eyes. */
export type AskedChange = Pick<Input<'case.change'>, 'reference' | 'version' | 'operationId' | 'settle'> & {
  readonly steps: readonly ChangeStep[]
  readonly action: string
  readonly links?: Readonly<Record<string, string>> | undefined
  /** The decision that this operation is for; a change that holds any other is refused. */
  readonly decision?: Decision
}

type Outcome = Result<{ readonly version: number }, Failure>

/**
 * Makes a change if the case is still at its version. Otherwise it is refused as stale, with each field that it would set: before, mine,
 * theirs, by whom. Nothing is overwritten and nothing merged by itself; `settle` says what the person chose for each of those fields.
 */
export async function changeCase(ports: Ports, asked: AskedChange): Promise<Outcome> {
  const stored = await ports.register.find(asked.reference)
  if (stored === undefined) return refused('no-such-case', { reference: asked.reference })
  if (stored.version === asked.version) return makeChange(ports, stored, asked)
  const later = await entriesSince(ports, stored, asked.version)
  const mine = later.find((entry) => entry.operationId === asked.operationId)
  if (mine !== undefined) return done({ version: mine.version ?? stored.version })
  if (asked.version > stored.version) return stale(stored, asked)
  return settleChange(ports, stored, asked, later)
}

const stale = (stored: StoredCase, { version }: AskedChange, more?: Pick<Failure, 'conflict'>) => ({
  ok: false as const,
  error: { ...refused('stale', { expected: version, current: stored.version }, more).error, messageKey: 'register.error.stale' },
})

async function settleChange(ports: Ports, stored: StoredCase, asked: AskedChange, later: readonly CaseEntry[]): Promise<Outcome> {
  const base = await ports.changes.at(stored.caseFile.id, asked.version)
  const rows = conflictBetween(base, asked.steps, stored.caseFile)
  const mine = applySteps(base, asked.steps)
  if (!rows.ok || !mine.ok) return misfit(rows.ok ? '' : rows.error.path)
  const choices = asked.settle?.version === stored.version ? asked.settle.choices : {}
  if (rows.value.some((row) => choices[row.path] === undefined)) {
    const conflict = { version: stored.version, rows: await conflictRows(ports, stored, rows.value, later) }
    return stale(stored, asked, { conflict })
  }
  const { merged } = mergeOver(base, mine.value, stored.caseFile, (path) => choices[path] === 'mine')
  const checked = caseFileSchema.safeParse(merged)
  if (!checked.success) return misfit(rows.value[0]?.path ?? '')
  const steps = stepsBetween(stored.caseFile, checked.data)
  return steps.length === 0 ? done({ version: stored.version }) : makeChange(ports, stored, { ...asked, steps })
}

const misfit = (path: string): Outcome => ({
  ok: false,
  error: { code: 'change-does-not-fit', messageKey: 'register.error.change-does-not-fit', values: { path } },
})

/** Refuses what would alter anything that stands for ever, then changes. */
async function makeChange(ports: Ports, before: StoredCase, asked: AskedChange): Promise<Outcome> {
  const { steps, action, operationId, links } = asked
  const touched = await touchedBy(ports, before.caseFile, asked)
  if (touched !== undefined) return touched
  const changed = await ports.register.change({ before, steps, action, operationId, links })
  return changed.ok ? done({ version: changed.value.version }) : changed
}

/** Why the steps may not be made; nothing where they may. A fault of form is left to the register, which names it. */
async function touchedBy(ports: Ports, before: CaseFile, { steps, decision }: AskedChange): Promise<Outcome | undefined> {
  const applied = applySteps(before, steps)
  if (!applied.ok) return misfit(applied.error.path)
  const after = caseFileSchema.safeParse(applied.value)
  if (!after.success) return undefined
  const standing = { now: ports.clock.now(), noteLockMinutes: await ports.changes.noteLockMinutes() }
  const [first] = immutableTouched(before, after.data, standing)
  if (first === undefined) return decisionRefused(ports, decisionsIn(before, after.data), decision)
  return { ok: false, error: { code: 'immutable', messageKey: `immutable.${first.what}`, values: { what: first.what } } }
}

/** A manager's decision comes by its own operation and by a manager, never beside something else. */
async function decisionRefused(ports: Ports, held: readonly Decision[], own: Decision | undefined): Promise<Outcome | undefined> {
  if (held.length === 0) return undefined
  const { roles } = await ports.people.self()
  const forbidden = held.find((each) => !mayDo(roles, each))
  if (forbidden !== undefined) return { ok: false, error: notPermitted(forbidden) }
  return held.every((each) => each === own) ? undefined : refused('decision-apart')
}

const pageOfEntries = 100

/** What was done to a case after one of its versions, the newest first. */
async function entriesSince(ports: Ports, { caseFile }: StoredCase, version: number): Promise<readonly CaseEntry[]> {
  const since: CaseEntry[] = []
  for (let before: number | undefined; ; before = since.at(-1)?.seq) {
    const page = await ports.changes.entries(caseFile.id, pageOfEntries, before)
    const later = page.filter((entry) => (entry.version ?? 0) > version)
    since.push(...later)
    if (later.length < pageOfEntries) return since
  }
}

/** Names never enter a conflict: of a field that holds one, only that it differs is told. */
async function conflictRows(ports: Ports, stored: StoredCase, rows: readonly FieldDifference[], later: readonly CaseEntry[]) {
  const reader = { caseFile: stored.caseFile, namesShown: false }
  return Promise.all(
    rows.map(async ({ path, before, mine, theirs, standing }) => {
      const by = standing === 'overlap' ? newestAt(later, path) : undefined
      return {
        path,
        before: wordsFor(reader, path, before),
        mine: wordsFor(reader, path, mine),
        theirs: wordsFor(reader, path, theirs),
        hidden: namesSomebody(path),
        overlap: standing === 'overlap',
        by: by === undefined ? null : ((await ports.changes.nameOf(by.actor)) ?? null),
        at: by?.at ?? null,
      }
    }),
  )
}

function newestAt(later: readonly CaseEntry[], path: string): CaseEntry | undefined {
  const place = `/${patternOf(path).replaceAll('.', '/')}`
  const touches = (step: ChangeStep) => {
    const other = `/${patternOf(step.path).replaceAll('.', '/')}`
    return isWithin(other, place) || isWithin(place, other)
  }
  return later.find((entry) => entry.steps.some(touches))
}
