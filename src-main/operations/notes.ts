import type { Failure } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { isLocked, type Note } from '#domain/case/notes.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { Result } from '#domain/result.ts'
import { changeCase } from './change-case.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { changeUnlessInTheWay } from './own-changes.ts'
import type { Ports } from './ports.ts'

export const noteImplementations: Implementations<'note.add' | 'note.edit' | 'note.correct'> = {
  'note.add': (ports, { reference, text, operationId }) => addNote(ports, { reference, text, operationId }),
  'note.correct': async (ports, { reference, note, text, operationId }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    if (noteOf(stored.caseFile, note) === undefined) return refused('no-such-note')
    return addNote(ports, { reference, text, operationId, corrects: note })
  },
  'note.edit': async (ports, { reference, version, note, text, operationId, settle }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    if (version > stored.version) return refused('no-such-note')
    const base = version === stored.version ? stored.caseFile : await ports.changes.at(stored.caseFile.id, version)
    const found = noteOf(base, note)
    if (found === undefined) return refused('no-such-note')
    if (found.note.by !== ports.changes.me()) return refused('note-of-another')
    if (isLocked(found.note, await ports.changes.noteLockMinutes(), ports.clock.now()))
      return { ok: false, error: { code: 'immutable', messageKey: 'immutable.note', values: { what: 'note' } } }
    const steps = [{ path: `/notes/${found.index}/text`, before: found.note.text, after: text }]
    if (found.note.text === text) return done({ version: stored.version })
    return changeUnlessInTheWay(ports, stored, { reference, version, steps, operationId, settle, action: 'note.edited' })
  },
}

function noteOf({ notes = [] }: CaseFile, id: string): { readonly note: Note; readonly index: number } | undefined {
  const index = notes.findIndex((each) => each.id === id)
  const note = notes[index]
  return note === undefined ? undefined : { note, index }
}

type NewNote = { readonly reference: string; readonly text: string; readonly operationId: string; readonly corrects?: string }

/** How often a new note is tried again on what somebody else has just changed: it touches nothing of theirs. */
const attempts = 3

/** The note is named after its operation, so that a retry finds it. */
async function addNote(
  ports: Ports,
  { reference, text, operationId, corrects }: NewNote,
): Promise<Result<{ readonly version: number; readonly note: string }, Failure>> {
  const id = operationId.toLowerCase()
  for (let attempt = 1; ; attempt += 1) {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    const { caseFile, version } = stored
    if (noteOf(caseFile, id) !== undefined) return done({ version, note: id })
    const note: Note = { id, text, recordedAt: ports.clock.now(), by: ports.changes.me(), ...(corrects === undefined ? {} : { corrects }) }
    const action = corrects === undefined ? 'note.added' : 'note.corrected'
    const changed = await changeCase(ports, { reference, version, steps: stepsFor(caseFile, note), operationId, action })
    if (changed.ok) return done({ version: changed.value.version, note: id })
    if (changed.error.code !== 'stale' || attempt === attempts) return changed
  }
}

const stepsFor = ({ notes }: CaseFile, note: Note): readonly ChangeStep[] =>
  notes === undefined ? [{ path: '/notes', after: [note] }] : [{ path: `/notes/${notes.length}`, after: note }]
