import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Generated, type Kysely, sql } from 'kysely'
import type { Session } from '../session.ts'

/**
 * A person's own search index: a keyed file over the cases whose keys that person has. Rebuilt from the sealed cases at any time, and in no
 * backup.
 */
export type IndexTables = {
  indexed: { number: Generated<number>; case_id: string; reference: string; version: number; passages: string }
}

export type IndexFile = Kysely<IndexTables>

/** Goes up when texts are taken from a case or folded in another way: an index of another form is made anew. */
const form = 2

const statements = [
  'CREATE TABLE form (number INTEGER NOT NULL) STRICT',
  `INSERT INTO form (number) VALUES (${form})`,
  `CREATE TABLE indexed (
    number INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, version INTEGER NOT NULL, passages TEXT NOT NULL
  ) STRICT`,
  // Inside words from three letters on, and from two at the beginning of a word. Texts come folded: nothing is left for a tokenizer to fold.
  `CREATE VIRTUAL TABLE inside USING fts5 (open, named, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`,
  `CREATE VIRTUAL TABLE starts USING fts5 (open, named, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2')`,
  `INSERT INTO inside (inside, rank) VALUES ('secure-delete', 1)`,
  `INSERT INTO starts (starts, rank) VALUES ('secure-delete', 1)`,
]

export const indexFileOf = (personId: string): string => `search-${personId}.db`

async function openFile(session: Session): Promise<IndexFile> {
  const { engine, folder, keys } = session
  const file = indexFileOf(keys.person.id)
  const index = await engine.open<IndexTables>(folder, file, keys.personalFileKey(file))
  try {
    await prepare(index)
    // As all that lies in the folder; on systems without such modes there is nothing to say.
    await chmod(join(folder, file), 0o600).catch(() => undefined)
    return index
  } catch (error) {
    await index.destroy()
    throw error
  }
}

async function prepare(index: IndexFile): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE name = 'form'`.execute(index)
  if (rows.length === 0) {
    await index.transaction().execute(async (change) => {
      for (const statement of statements) await sql.raw(statement).execute(change)
    })
    return
  }
  const found = await sql<{ number: number }>`SELECT number FROM form`.execute(index)
  if (found.rows[0]?.number !== form) throw new OtherForm()
}

class OtherForm extends Error {}

/** Opens the index, or begins a new one where there is none, or one that is damaged or of another form: nothing in it is worth saving. */
export async function openIndex(session: Session): Promise<IndexFile> {
  try {
    return await openFile(session)
  } catch (error) {
    if (!(error instanceof OtherForm) && session.engine.trouble(error) !== 'damaged') throw error
    await removeIndexOf(session.folder, session.keys.person.id)
    return openFile(session)
  }
}

/** Removes a person's index; it must not be open. */
export async function removeIndexOf(folder: string, personId: string): Promise<void> {
  const file = join(folder, indexFileOf(personId))
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(file + ending, { force: true })
}
