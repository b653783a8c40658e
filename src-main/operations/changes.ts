import type { Input } from '#contract/operations.ts'
import { openFieldAction } from '#domain/changes/open-fields.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { changeToRedo, changeToUndo, type MadeChange, type Turn, turnRound } from '#domain/changes/undo.ts'
import { changeCase } from './change-case.ts'
import type { CaseEntry } from './changes-port.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'

export const changeImplementations: Implementations<'case.change' | 'case.undo' | 'case.redo'> = {
  'case.change': async (ports, input) => {
    const steps: readonly ChangeStep[] = input.steps.map(({ path, before, after }) => ({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    }))
    const closed = steps.find((step) => openFieldAction(step.path) === undefined)
    if (closed !== undefined) return refused('field-not-open', { path: closed.path })
    const action = openFieldAction(steps[0]?.path ?? '') ?? 'case.changed'
    return changeCase(ports, { ...input, steps, action })
  },
  'case.undo': (ports, input) =>
    turn(ports, input, { find: changeToUndo, nothing: 'nothing-to-undo', action: 'case.undone', link: 'undoes' }),
  'case.redo': (ports, input) =>
    turn(ports, input, { find: changeToRedo, nothing: 'nothing-to-redo', action: 'case.redone', link: 'redoes' }),
}

type Way = {
  readonly find: (changes: Iterable<MadeChange>, person: string) => Turn | undefined
  readonly nothing: string
  readonly action: string
  readonly link: 'undoes' | 'redoes'
}

/** Turns the newest change that can be turned: derived from the journal alone, so that it works after a restart too. */
async function turn(ports: Ports, { reference, version, operationId }: Input<'case.undo'>, way: Way) {
  const stored = await ports.register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  const entries = await recentEntries(ports, stored)
  const repeated = entries.find((entry) => entry.operationId === operationId)
  if (repeated !== undefined)
    return done({ version: repeated.version ?? stored.version, action: repeated.of ?? repeated.action, paths: repeated.steps.map(pathOf) })
  // The steps below are made for the case as it stands: who sees an older one must look again first.
  if (version !== stored.version)
    return {
      ok: false,
      error: { ...refused('stale', { expected: version, current: stored.version }).error, messageKey: 'register.error.stale' },
    } as const
  const found = way.find(madeChanges(entries), ports.changes.me())
  if (found === undefined) return refused(way.nothing)
  const made = await ports.changes.at(stored.caseFile.id, found.change.version)
  const turned = turnRound(found.change.steps, made, stored.caseFile)
  const action = actionOf(entries, found)
  if (turned.kind === 'overtaken') return refused('undo-overtaken', await byWhom(ports, entries, found.change))
  const links = { [way.link]: found.original, of: action }
  const changed = await changeCase(ports, { reference, version, operationId, steps: turned.steps, action: way.action, links })
  return changed.ok ? done({ version: changed.value.version, action, paths: [...turned.paths] }) : changed
}

const pathOf = (step: ChangeStep): string => step.path

/** So many entries back one can undo; further back the history itself shows what was. */
const furthest = 500

const recentEntries = (ports: Ports, { caseFile }: StoredCase) => ports.changes.entries(caseFile.id, furthest)

function* madeChanges(entries: readonly CaseEntry[]): Generator<MadeChange> {
  for (const { version, ...entry } of entries) if (version !== undefined && entry.steps.length > 0) yield { ...entry, version }
}

/** What was once done, whether this is the change itself or its repetition. */
const actionOf = (entries: readonly CaseEntry[], { change, original }: Turn): string =>
  entries.find((entry) => entry.operationId === original)?.action ?? change.action

/** Who changed the case last after a change, and when. */
async function byWhom(ports: Ports, entries: readonly CaseEntry[], { version }: MadeChange) {
  const after = entries.find((entry) => entry.actor !== ports.changes.me() && (entry.version ?? 0) > version)
  const known = after === undefined ? undefined : await ports.changes.nameOf(after.actor)
  return { known: known === undefined ? 'no' : 'yes', who: known ?? '', at: after?.at ?? '' }
}
