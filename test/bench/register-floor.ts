import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { entryHash } from '#register/journal/entry.ts'
import { indexFileOf } from '#register/search/index-file.ts'
import type { CaseRow, JournalRow } from '#register/tables.ts'
import { openRaw } from './raw-database.ts'
import type { Filled } from './register-of.ts'

type Envelope = { readonly form: number; readonly shape: string; readonly document: Record<string, unknown> }
type Latest = { readonly version: number; readonly document: Buffer }

/**
 * The least that the register's clicks can cost: the same statements, prepared by hand, on a copy of the same files, with the same sealing
 * and the same one journal entry to a change. No checks, no schema, no library between.
 */
export function floorOver({ copy, vault }: Filled) {
  const register = openRaw(join(copy, 'register.db'), vault.fileKey('register.db'))
  const keyring = openRaw(join(copy, 'keyring.db'), vault.fileKey('keyring.db'))
  const file = indexFileOf(vault.person.id)
  const search = openRaw(join(copy, file), vault.personalFileKey(file))
  const columns = 'id, reference, version, status, unit, next_due, erase_after, headline'
  const page = register.prepare(`SELECT ${columns} FROM cases WHERE reference > ? ORDER BY reference LIMIT ?`)
  const latest = register.prepare(
    'SELECT v.version, v.document FROM cases c JOIN case_versions v ON v.case_id = c.id AND v.version = c.version WHERE c.id = ?',
  )
  const wrapped = keyring.prepare('SELECT wrapped FROM case_key WHERE recipient = ? AND case_id = ?')
  const inside = search.prepare('SELECT rowid AS number FROM inside WHERE inside MATCH ? ORDER BY rowid DESC LIMIT ?')
  const starts = search.prepare('SELECT rowid AS number FROM starts WHERE starts MATCH ? ORDER BY rowid DESC LIMIT ?')
  const found = search.prepare('SELECT case_id, reference, passages FROM indexed WHERE number = ?')
  const head = register.prepare('SELECT seq, hash FROM journal_heads WHERE chain = ?')
  const setHead = register.prepare(
    'INSERT INTO journal_heads (chain, seq, hash, checkpointed) VALUES (?, ?, ?, 0) ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash',
  )
  const addEntry = register.prepare(
    'INSERT INTO journal (chain, seq, operation_id, at, actor, action, object, version, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const update = register.prepare('UPDATE cases SET version = ?, headline = ?, journal_head = ? WHERE id = ? AND version = ?')
  const addVersion = register.prepare('INSERT INTO case_versions (case_id, version, document) VALUES (?, ?, ?)')
  const keys = new Map<string, KeyObject>()
  const headlines = new Map<string, unknown>()

  function keyOf(id: string): KeyObject {
    const known = keys.get(id)
    if (known !== undefined) return known
    const row = wrapped.get(vault.person.id, id) as { wrapped: Buffer }
    const key = vault.unwrap(row.wrapped, id)
    keys.set(id, key)
    return key
  }

  const unsealed = (id: string, sealed: Uint8Array, place: { table: string; column: string; version: number }): unknown =>
    JSON.parse(Buffer.from(vault.unseal(keyOf(id), sealed, { ...place, row: id })).toString('utf8'))

  function open(id: string): { version: number; envelope: Envelope } {
    const row = latest.get(id) as Latest
    const place = { table: 'case_versions', column: 'document', version: row.version }
    return { version: row.version, envelope: unsealed(id, row.document, place) as Envelope }
  }

  const sealed = (id: string, value: unknown, place: { table: string; row?: string; column: string; version: number }): Uint8Array =>
    vault.seal(keyOf(id), Buffer.from(JSON.stringify(value)), { row: id, ...place })

  function entryFor(id: string, version: number, steps: unknown): JournalRow {
    const chain = `case:${id}`
    const last = head.get(chain) as { seq: number; hash: Buffer } | undefined
    const seq = (last?.seq ?? 0) + 1
    const entry = {
      chain,
      seq,
      operation_id: `floor-${id}-${version}`,
      at: '2026-10-01T09:00:00.000Z',
      actor: vault.person.id,
      action: 'case.changed',
      object: chain,
      version,
      detail: sealed(id, { steps }, { table: 'journal', row: chain, column: 'detail', version: seq }),
      previous: last?.hash ?? new Uint8Array(32),
    }
    return { ...entry, hash: entryHash(entry) }
  }

  const save = register.transaction((id: string, alias: string) => {
    const { version, envelope } = open(id)
    const next = version + 1
    const steps = [{ path: '/alias', before: envelope.document['alias'], after: alias }]
    const document = { ...envelope.document, alias }
    const entry = entryFor(id, next, steps)
    const headline = sealed(id, { headline: { alias } }, { table: 'cases', column: 'headline', version: next })
    update.run(next, headline, entry.hash, id, version)
    addVersion.run(id, next, sealed(id, { ...envelope, document }, { table: 'case_versions', column: 'document', version: next }))
    addEntry.run(...Object.values(entry))
    setHead.run(entry.chain, entry.seq, entry.hash)
  })

  return {
    list(after: string, limit: number): unknown[] {
      return (page.all(after, limit) as CaseRow[]).map((row) => {
        const remembered = `${row.id} ${row.version}`
        const known =
          headlines.get(remembered) ?? unsealed(row.id, row.headline, { table: 'cases', column: 'headline', version: row.version })
        headlines.set(remembered, known)
        return { ...row, headline: known }
      })
    },
    open,
    save: (id: string, alias: string) => save.immediate(id, alias),
    find(term: string, limit: number): unknown[] {
      const numbers = term.length < 3 ? starts.all(`{open} : ("${term}" *)`, limit) : inside.all(`{open} : ("${term}")`, limit)
      return (numbers as { number: number }[]).map(({ number }) => {
        const row = found.get(number) as { case_id: string; reference: string; passages: string }
        return { ...row, passages: JSON.parse(row.passages) }
      })
    },
    close(): void {
      for (const database of [register, keyring, search]) database.close()
    },
  }
}
