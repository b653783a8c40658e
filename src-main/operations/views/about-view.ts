import type { Output } from '#contract/operations.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import { isLocked, locksAt, type Note } from '#domain/case/notes.ts'
import type { Reader } from '#domain/changes/shown-fields.ts'
import type { Ports, StoredCase } from '../ports.ts'

/** What the case is called here, what is to be done, and what has been noted, the newest first. */
export async function aboutView(ports: Ports, { caseFile, version }: StoredCase, reader: Reader): Promise<Output<'case.about'>> {
  const minutes = await ports.changes.noteLockMinutes()
  const notes = (caseFile.notes ?? []).toReversed()
  return {
    version,
    alias: caseFile.child.alias,
    diaryNumber: caseFile.diaryNumber ?? null,
    tasks: caseFile.tasks.map(({ id, title, dueOn, doneOn }) => {
      const { text, hidden } = readable(reader, title)
      return { id, title: text, hidden, dueOn: dueOn ?? null, doneOn: doneOn ?? null }
    }),
    notes: await Promise.all(notes.map((note) => noteView(ports, reader, note, minutes))),
  }
}

async function noteView(ports: Ports, reader: Reader, note: Note, minutes: number): Promise<Output<'case.about'>['notes'][number]> {
  const { id, recordedAt, by, corrects } = note
  return {
    id,
    ...readable(reader, note.text),
    recordedAt,
    by: by === undefined ? null : ((await ports.changes.nameOf(by)) ?? null),
    mine: by === ports.changes.me(),
    locked: isLocked(note, minutes, ports.clock.now()),
    locksAt: locksAt(note, minutes),
    corrects: corrects ?? null,
  }
}

function readable({ caseFile, namesShown }: Reader, whole: string): { readonly text: string; readonly hidden: boolean } {
  const text = namesShown ? whole : hideNames(whole, caseFile)
  return { text, hidden: text !== whole }
}
