import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegister } from '#register/create.ts'
import type { JournalExport } from '#register/journal/export.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { createVault } from '#vault/unlock.ts'
import { verifyAlone } from '../support/journal-verifier.ts'
import {
  accepted,
  aPaper,
  createOptions,
  inFolder,
  newRegister,
  type Paper,
  passphrase,
  quickDerivation,
  reopen,
} from '../support/register-desk.ts'

/** Three cases with two changes each, written in two sittings. */
async function fill(register: Register<Paper>, from: number): Promise<void> {
  for (let number = from; number < from + 3; number += 1) {
    const id = register.newId()
    const document = aPaper(id, { reference: `HV-2026-${number}`, notes: ['Mormor Zdravka'] })
    accepted(await register.insertCase({ document, operationId: register.newId() }))
    const steps = [{ path: '/alias', before: 'Svalan', after: 'Fjällsippan' }]
    accepted(await register.changeCase({ caseId: id, expectedVersion: 1, steps, operationId: register.newId() }))
  }
}

async function textOf({ pieces }: JournalExport): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts).toString('utf8')
}

type Line = Record<string, unknown> & { kind: string }
let exported: JournalExport
let text: string
let lines: Line[]

beforeAll(() =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    const first = await newRegister(folder, sqliteEngine)
    await fill(first, 1)
    await first.close()
    const second = accepted(await reopen(folder, sqliteEngine))
    await fill(second, 4)
    exported = accepted(await second.exportJournal())
    text = await textOf(exported)
    lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    await second.close()
  }),
)

/** What the verifier says of a text, with the exporter's key unless told otherwise. */
function verdictOn(content: string | Uint8Array, options = ['--key', exported.signatureKey]) {
  return inFolder(async (place) => {
    const file = join(place, 'journal.jsonl')
    await writeFile(file, content)
    return verifyAlone([file, ...options])
  })
}

const written = (some: readonly Line[]) => some.map((line) => `${JSON.stringify(line)}\n`).join('')
const entries = () => lines.filter(({ kind }) => kind === 'entry')
const without = (gone: Line) => lines.filter((line) => line !== gone)

describe('an exported journal', () => {
  it('is whole for whoever has nothing but the file and the key', async () => {
    const { exit, out, err } = await verdictOn(text)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain(`${entries().length} entries, 8 chains, 2 checkpoints in register ${exported.registerId}.`)
    expect(out).toContain('WHOLE: nothing was edited, removed or moved.')
    expect(out).not.toContain('Without --key')
    expect(exported).toMatchObject({ entries: entries().length, chains: 8, checkpoint: { number: 2 } })
  })

  it('says nothing of anybody: no name, no note, not even what was changed', () => {
    for (const word of ['Fjällsippan', 'Svalan', 'Zdravka', 'Enhet', '/alias']) expect(text).not.toContain(word)
  })

  it('without the key is only known to agree with itself, and the verifier says so', async () => {
    const { exit, out } = await verdictOn(text, [])
    expect(exit).toBe(0)
    expect(out).toContain('Without --key this shows only that the file agrees with itself')
  })

  it('is refused with another key, and a misspelt option is not passed over', async () => {
    expect(await verdictOn(text, ['--key', Buffer.alloc(32, 9).toString('base64')])).toMatchObject({ exit: 1 })
    expect(await verdictOn(text, ['--schlüssel', exported.signatureKey])).toMatchObject({ exit: 2 })
    expect(verifyAlone([])).toMatchObject({ exit: 2 })
  })

  it('is judged in Swedish where the machine speaks Swedish', () =>
    inFolder(async (place) => {
      const file = join(place, 'journal.jsonl')
      await writeFile(file, text)
      expect(verifyAlone([file], 'sv_SE.UTF-8').out).toContain('HEL: inget är ändrat, borttaget eller flyttat.')
    }))

  it('keeps its exact form, so that the verifier of today reads the journal of tomorrow', () => {
    expect(lines.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])).toEqual([
      ...['register', 'person', 'checkpoint', 'head', 'entry', 'end'],
    ])
    expect(Object.keys(lines.find(({ kind }) => kind === 'person') ?? {})).toEqual(['kind', 'id', 'signatureKey'])
  })
})

describe('tampering with an exported journal is found', () => {
  it('when any one entry is deleted', async () => {
    for (const entry of entries().slice(0, 6)) expect(await verdictOn(written(without(entry)), [])).toMatchObject({ exit: 1 })
  })

  it('when two entries change places', async () => {
    const moved = [...lines]
    const at = moved.findIndex(({ kind, seq }) => kind === 'entry' && seq === 2)
    moved.splice(at - 1, 2, ...lines.slice(at - 1, at + 1).toReversed())
    expect((await verdictOn(written(moved), [])).out).toContain('does not follow the one before')
  })

  it.for([...['chain', 'seq', 'operationId', 'at', 'actor', 'action', 'object', 'version', 'detail', 'previous', 'hash']])(
    'when the %s of an entry is edited',
    async (field) => {
      const change = (line: Line) =>
        line.kind === 'entry' && line['seq'] === 2 ? { ...line, [field]: field === 'seq' || field === 'version' ? 7 : 'AAAA' } : line
      expect(await verdictOn(written(lines.map(change)), [])).toMatchObject({ exit: 1 })
    },
  )

  it('when the newest entries of a chain are cut off together with its head', async () => {
    const [end] = entries().filter(({ seq }) => seq === 2)
    const before = entries().find(({ chain, seq }) => chain === end?.['chain'] && seq === 1)
    const cut = without(end ?? { kind: '' }).map((line) =>
      line.kind === 'head' && line['chain'] === end?.['chain'] ? { ...line, seq: 1, hash: before?.['hash'] } : line,
    )
    const { exit, out } = await verdictOn(written(cut), [])
    expect({ exit, out }).toEqual({ exit: 1, out: expect.stringContaining('number 2, is vouched for and not there') })
  })

  it('when a chain, a checkpoint, a key, a head or the last line is taken out', async () => {
    const chain = entries()[0]?.['chain']
    expect(await verdictOn(written(lines.filter((line) => line['chain'] !== chain)), [])).toMatchObject({ exit: 1 })
    for (const kind of ['register', 'person', 'checkpoint', 'head', 'end']) {
      const gone = lines.find((line) => line.kind === kind) ?? { kind: '' }
      expect(await verdictOn(written(without(gone)), []), kind).toMatchObject({ exit: 1 })
    }
  })

  it('when all of it was rolled back, by a head that somebody kept: a checkpoint or an entry', async () => {
    const upToFirst = lines.filter(({ kind, number }) => kind !== 'checkpoint' || number === 1)
    const later = `checkpoint:${exported.checkpoint.number}:${exported.checkpoint.hash}`
    expect(await verdictOn(text, ['--key', exported.signatureKey, '--head', later])).toMatchObject({ exit: 0 })
    const { out } = await verdictOn(written(upToFirst), ['--head', later])
    expect(out).toContain('checkpoint, number 2, is vouched for and not there: the journal was cut off or rolled back.')
    expect((await verdictOn(text, ['--head', `checkpoint:2:${'0'.repeat(64)}`])).exit).toBe(1)
    expect((await verdictOn(text, ['--head', `case:X:3:${'0'.repeat(64)}`])).exit).toBe(1)
  })

  it('when somebody who has no key of the register writes all of it anew and signs with a key of their own', async () => {
    await inFolder(async (place) => {
      const makeKeys = (at: { folder: string; registerId: string; person: string }) =>
        createVault({ ...at, passphrase, derivation: quickDerivation })
      const forger = accepted(await createRegister(join(place, 'forged'), { ...createOptions(sqliteEngine), makeKeys }))
      await fill(forger, 1)
      const forged = await textOf(accepted(await forger.exportJournal()))
      await forger.close()
      expect((await verdictOn(forged, [])).exit).toBe(0)
      expect((await verdictOn(forged)).out).toContain('not signed with the key you gave')
    })
  })

  it('wherever one byte is flipped', async () => {
    const bytes = Buffer.from(text)
    for (let at = 7; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      expect((await verdictOn(flipped)).exit, `byte ${at}`).toBe(1)
    }
  })
})

it('the verifier needs nothing but Node, and an auditor reads it in ten minutes', () => {
  const source = readFileSync(new URL('../../resources/journal-verifier/verify-journal.mjs', import.meta.url), 'utf8')
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  const imported = [...source.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'/g)].map(([, name]) => name)
  expect(imported.every((name) => name?.startsWith('node:'))).toBe(true)
})
