import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealDocument, sealHeadline } from '#register/cases/envelope.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import { accepted, aPaper, newRegister, type Paper, paperForm, passphrase, reopen } from '../support/register-desk.ts'
import { openRaw } from './raw-database.ts'

/** A register with many cases of about two thousand characters each. `copy` is the same folder, byte for byte, for what is compared with it. */
export type Filled = {
  readonly copy: string
  readonly register: Register<Paper>
  readonly vault: Vault
  readonly count: number
  readonly remove: () => Promise<void>
}

const words =
  'barnet samtal moster skola hemresa mottagande jourhem läkare polis överlämning uppföljning förvaltare språk tolk trygghet syskon resa budget plan risk'.split(
    ' ',
  )
const word = (seed: number): string => words[(seed * 7919) % words.length] ?? ''

export const idOf = (at: number): string => `case-${at}`
const syllables = [...'bdfghjklmnprstvxzcqw'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel))

/** A word like a name that stands in one case alone: four syllables, the same for no two of a hundred million cases. */
export function rareWord(at: number): string {
  let rest = (at * 61_195_313) % syllables.length ** 4
  let word = ''
  for (let count = 0; count < 4; count += 1) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

function paperAt(at: number): Paper {
  const text = (note: number) => Array.from({ length: 60 }, (_, place) => word(at * 31 + note * 17 + place)).join(' ')
  const notes = [text(1), text(2), text(3), text(4), `${text(5)} ${rareWord(at)}`]
  return aPaper(idOf(at), { reference: `HV-2026-${String(at).padStart(7, '0')}`, alias: `A${at}`, notes })
}

async function unlocked(folder: string): Promise<Vault> {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value
}

/** Puts the rows in directly, many to a transaction: a register of a hundred thousand cases is made over years, not at a bench. */
function fill(folder: string, vault: Vault, count: number): void {
  const register = openRaw(join(folder, 'register.db'), vault.fileKey('register.db'))
  const keyring = openRaw(join(folder, 'keyring.db'), vault.fileKey('keyring.db'))
  const addCase = register.prepare(
    'INSERT INTO cases (id, reference, version, status, unit, next_due, erase_after, journal_head, headline) VALUES (?, ?, 1, ?, ?, NULL, NULL, zeroblob(32), ?)',
  )
  const addVersion = register.prepare('INSERT INTO case_versions (case_id, version, document) VALUES (?, 1, ?)')
  const addKey = keyring.prepare('INSERT INTO case_key (case_id, recipient, wrapped, granted_by, granted_at) VALUES (?, ?, ?, ?, ?)')
  register.exec('BEGIN')
  keyring.exec('BEGIN')
  for (let at = 1; at <= count; at += 1) {
    const paper = paperAt(at)
    const key = vault.newKey()
    const { headline } = paperForm.project(paper)
    addCase.run(paper.id, paper.reference, paper.status, paper.unit, sealHeadline(vault, key, headline, paper.id, 1))
    addVersion.run(paper.id, sealDocument(vault, key, paperForm, paper, 1))
    const { id, exchangeKey } = vault.person
    addKey.run(paper.id, id, vault.wrap(key, exchangeKey, { subject: paper.id, recipient: id }), id, '2026-10-01T08:00:00.000Z')
  }
  for (const database of [register, keyring]) {
    database.exec('COMMIT')
    database.close()
  }
}

async function indexed(register: Register<Paper>): Promise<void> {
  for (;;) {
    const { pending } = accepted(await register.search({ text: 'ärende', named: false, limit: 1 }))
    if (pending === 0) return
  }
}

export async function registerOf(count: number): Promise<Filled> {
  const place = mkdtempSync(join(tmpdir(), 'hemvag-bench-'))
  const folder = join(place, 'register')
  await (await newRegister(folder, sqliteEngine)).close()
  const vault = await unlocked(folder)
  fill(folder, vault, count)
  const filling = accepted(await reopen(folder, sqliteEngine))
  await indexed(filling)
  await filling.close()
  const copy = join(place, 'copy')
  cpSync(folder, copy, { recursive: true })
  const register = accepted(await reopen(folder, sqliteEngine))
  const remove = async (): Promise<void> => {
    await register.close()
    rmSync(place, { recursive: true, force: true })
  }
  return { copy, register, vault, count, remove }
}
