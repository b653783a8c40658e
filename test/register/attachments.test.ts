import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import type { Engine } from '#register/engine.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { facts, inPieces, manyBytes } from '../support/attachments.ts'
import { accepted, aPaper, codeOf, inFolder, newRegister, reopen } from '../support/register-desk.ts'

const megabyte = 1_000_000

it('thirty megabytes go in and come out byte for byte, and no other file is written meanwhile', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    const register = await newRegister(folder, sqliteEngine)
    const caseId = register.newId()
    accepted(await register.insertCase({ document: aPaper(caseId), operationId: register.newId() }))
    // Where this process would put a temporary file, for as long as the file goes in.
    const temporary = join(place, 'temporary')
    mkdirSync(temporary)
    vi.stubEnv('TMPDIR', temporary)
    const bytes = manyBytes(30 * megabyte)
    const id = register.newId()
    const adding = { id, caseId, facts: facts(), source: inPieces(bytes), operationId: register.newId() }
    expect(accepted(await register.attachments.add(adding)).size).toBe(bytes.length)
    vi.unstubAllEnvs()
    expect(readdirSync(temporary)).toEqual([])
    await register.close()
    const again = accepted(await reopen(folder, sqliteEngine))
    expect(Buffer.compare(accepted(await again.attachments.readWhole(id)), bytes)).toBe(0)
    await again.close()
    expect(readdirSync(folder).toSorted()).toEqual(['keyring.db', 'keys.json', 'register.db', 'seen.json'])
  }))

it('a disk that is full refuses the file, keeps nothing of it, and the case can still be read', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    const register = await newRegister(folder, sqliteEngine)
    const caseId = register.newId()
    accepted(await register.insertCase({ document: aPaper(caseId), operationId: register.newId() }))
    await register.close()
    const small: Engine = {
      ...sqliteEngine,
      async open<Tables>(...given: Parameters<Engine['open']>) {
        const database = await sqliteEngine.open<Tables>(...given)
        await sql`PRAGMA max_page_count = 400`.execute(database)
        return database
      },
    }
    const full = accepted(await reopen(folder, small))
    const adding = { id: full.newId(), caseId, facts: facts(), source: manyBytes(3 * megabyte), operationId: full.newId() }
    expect(codeOf(await full.attachments.add(adding))).toBe('disk-full')
    expect(accepted(await full.attachments.list(caseId))).toEqual([])
    expect(accepted(await full.history({ caseId }, 10))).toHaveLength(1)
    await full.close()
    const roomy = accepted(await reopen(folder, sqliteEngine))
    expect(accepted(await roomy.attachments.add(adding)).repeated).toBe(false)
    expect(accepted(await roomy.verifyJournal()).intact).toBe(true)
    await roomy.close()
  }))
