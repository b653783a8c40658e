import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchResult, Task } from './bench-definition.ts'
import { playMatch } from './play-match.ts'
import { openRaw } from './raw-database.ts'

const cases = 20_000
const bytesPerCase = 2500
const rounds = 31
const warmUps = 4

type Database = ReturnType<typeof openRaw>
type Kind = { readonly name: string; readonly open: () => Database }

/** The same rows in both files: sealed documents are random bytes to either. */
function fill(database: Database, documents: readonly Buffer[]): void {
  database.exec('CREATE TABLE cases (id TEXT PRIMARY KEY NOT NULL, reference TEXT NOT NULL UNIQUE, version INTEGER NOT NULL) STRICT')
  database.exec('CREATE TABLE documents (id TEXT PRIMARY KEY NOT NULL, document BLOB NOT NULL) STRICT')
  const [addCase, addDocument] = [
    database.prepare('INSERT INTO cases VALUES (?, ?, 1)'),
    database.prepare('INSERT INTO documents VALUES (?, ?)'),
  ]
  database.transaction(() => {
    for (const [at, document] of documents.entries()) {
      addCase.run(`case-${at}`, `HV-2026-${String(at).padStart(6, '0')}`)
      addDocument.run(`case-${at}`, document)
    }
  })()
}

function tasksOf({ name }: Kind, database: Database): Readonly<Record<'list' | 'read' | 'save', Task>> {
  const page = database.prepare('SELECT id, reference, version FROM cases WHERE reference > ? ORDER BY reference LIMIT 50')
  const read = database.prepare('SELECT document FROM documents WHERE id = ?')
  const save = database.prepare('UPDATE documents SET document = ? WHERE id = ?')
  let turn = 0
  const next = () => {
    turn += 1
    return (turn * 7919) % cases
  }
  return {
    list: { name, calls: 50, run: () => page.all(`HV-2026-${String(next()).padStart(6, '0')}`) },
    read: { name, calls: 200, run: () => read.get(`case-${next() % 500}`) },
    save: { name, calls: 10, run: () => save.run(randomBytes(bytesPerCase), `case-${next()}`) },
  }
}

async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-bench-'))
  const key = createSecretKey(randomBytes(32))
  const kinds: readonly Kind[] = [
    { name: 'encrypted (AEGIS-256)', open: () => openRaw(join(folder, 'encrypted.db'), key) },
    { name: 'plain', open: () => openRaw(join(folder, 'plain.db')) },
  ]
  const documents = Array.from({ length: cases }, () => randomBytes(bytesPerCase))
  try {
    const rows = []
    for (const work of ['list', 'read', 'save', 'scan'] as const) {
      const opened: Database[] = []
      const [own, other] = kinds.map((kind) => {
        const database = kind.open()
        if (database.prepare("SELECT name FROM sqlite_master WHERE name = 'cases'").get() === undefined) fill(database, documents)
        // A cold scan opens the file anew, and nobody else may have it open then.
        if (work === 'scan') database.close()
        else opened.push(database)
        return work === 'scan' ? scanOf(kind) : tasksOf(kind, database)[work]
      })
      if (own === undefined || other === undefined) throw new Error('a match has two sides')
      const played = await playMatch({ own, others: [other], rounds, warmUps })
      rows.push(...played.map((row) => ({ ...row, name: titles[work] })))
      for (const database of opened) database.close()
    }
    return {
      rows,
      smallPrint: [
        `${cases.toLocaleString('en')} cases of ${bytesPerCase} bytes; a cold scan is a fresh connection, the system's file cache is warm`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const titles = {
  list: 'list a page of 50, warm',
  read: 'read a case, warm',
  save: 'save and commit',
  scan: 'read every byte, cold',
} as const

function scanOf({ name, open }: Kind): Task {
  return {
    name,
    run() {
      const fresh = open()
      fresh.prepare('SELECT count(*), sum(length(document)), max(document) FROM documents').get()
      fresh.close()
    },
  }
}

export const encryptRegister: Bench = { name: 'P5', title: 'what encryption costs: the same rows in an encrypted and in a plain file', run }
