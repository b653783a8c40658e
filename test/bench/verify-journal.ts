import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JournalExport } from '#register/journal/export.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, newRegister } from '../support/register-desk.ts'
import type { Bench } from './bench-definition.ts'
import { playMatch } from './play-match.ts'

const entries = 100_000
const verifier = fileURLToPath(new URL('../../resources/journal-verifier/verify-journal.mjs', import.meta.url))

async function write(file: string, { pieces }: JournalExport): Promise<void> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  writeFileSync(file, Buffer.concat(parts))
}

/** A real export of a register in which that much happened. */
async function exportOf(base: string): Promise<{ file: string; key: string }> {
  const register = await newRegister(join(base, 'register'), sqliteEngine)
  for (let entry = 1; entry < entries; entry += 1) {
    accepted(await register.record({ action: 'case.read', operationId: `read-${entry}`, detail: { what: 'people' } }))
  }
  const exported = accepted(await register.exportJournal())
  const file = join(base, 'journal.jsonl')
  await write(file, exported)
  await register.close()
  return { file, key: exported.signatureKey }
}

function verify(file: string, key: string): void {
  const { status, stdout } = spawnSync(process.execPath, [verifier, file, '--key', key], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout)
}

/** The least that checking can cost: a program that reads the lines, parses them, and hashes twice as many bytes as stand there. */
const floor = `for (const line of require('fs').readFileSync(process.argv[1], 'utf8').split('\\n')) if (line) {
  const text = JSON.stringify(JSON.parse(line))
  for (let time = 0; time < 2; time++) require('crypto').createHash('sha256').update(text).digest('base64')
}`

export const verifyJournal: Bench = {
  name: 'J1',
  title: `check an exported journal of ${entries.toLocaleString('en')} entries by the stand-alone verifier`,
  async run() {
    const base = mkdtempSync(join(tmpdir(), 'hemvag-bench-'))
    try {
      const { file, key } = await exportOf(base)
      const rows = await playMatch({
        own: { name: 'verify-journal.mjs', run: () => verify(file, key) },
        others: [{ name: 'parse + twice SHA-256', run: () => spawnSync(process.execPath, ['-e', floor, file]) }],
        rounds: 7,
        warmUps: 1,
      })
      return { rows, smallPrint: [`${statSync(file).size} bytes; each side is a process of its own`] }
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  },
}
