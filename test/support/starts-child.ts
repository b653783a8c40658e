import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { firstLook } from '#register/starts/examine.ts'
import { accepted, aPaper, codeOf, newRegister, reopen } from './register-desk.ts'
import { digestsOf } from './starts.ts'

const [deed = '', place = ''] = process.argv.slice(2)
const folder = join(place, 'register')
const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`)

/** Takes all the room there is on the small disk, to the last block. */
function fill(name: string): void {
  const file = openSync(join(place, name), 'w')
  try {
    for (let size = 1_000_000; size >= 512; size = Math.floor(size / 2)) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 1))
      } catch {
        // No room for so much: half of it, then.
      }
    }
  } finally {
    closeSync(file)
  }
}

async function hold(withWork: boolean): Promise<void> {
  const register = accepted(await reopen(place, sqliteEngine))
  if (withWork) {
    const document = aPaper(register.newId(), { reference: 'HV-2026-0002' })
    accepted(await register.insertCase({ document, operationId: register.newId() }))
  }
  say('open')
  process.stdin.resume()
}

async function makeOnDisk(): Promise<void> {
  const register = await newRegister(folder, sqliteEngine)
  accepted(await register.insertCase({ document: aPaper(register.newId()), operationId: register.newId() }))
  await register.close()
}

/** All but the database and its log: of a log that could not be folded in when the disk filled, SQLite folds in what now has room. */
function sideFiles(): unknown {
  return Object.entries(digestsOf(folder)).filter(([name]) => !name.startsWith('register.db'))
}

async function lookReadOnly(): Promise<void> {
  const before = digestsOf(folder)
  const look = (await firstLook(folder))?.code
  const opened = codeOf(await reopen(folder, sqliteEngine))
  say({ look, opened, untouched: JSON.stringify(digestsOf(folder)) === JSON.stringify(before) })
}

/** A disk fills in the middle of the work, and again when the room that was kept back is gone. */
async function fillUp(): Promise<void> {
  await makeOnDisk()
  const register = accepted(await reopen(folder, sqliteEngine))
  const add = async (number: number, size: number) => {
    const document = aPaper(`case-${number}`, { reference: `HV-2026-000${number}`, notes: ['x'.repeat(size)] })
    return codeOf(await register.insertCase({ document, operationId: `case-${number}` }))
  }
  writeFileSync(join(folder, 'reserve'), Buffer.alloc(1_000_000, 7))
  fill('ballast')
  const fromReserve = await add(2, 100_000)
  fill('more ballast')
  const refused = await add(3, 200_000)
  const read = accepted(await register.listCases({ limit: 9 })).length
  const chain = accepted(await register.verifyJournal()).intact
  await register.close()
  fill('last ballast')
  const before = sideFiles()
  const reopened = codeOf(await reopen(folder, sqliteEngine))
  const untouched = JSON.stringify(sideFiles()) === JSON.stringify(before)
  for (const name of ['ballast', 'more ballast', 'last ballast']) rmSync(join(place, name))
  const again = accepted(await reopen(folder, sqliteEngine))
  const after = { cases: accepted(await again.listCases({ limit: 9 })).length, intact: accepted(await again.verifyJournal()).intact }
  await again.close()
  say({ fromReserve, refused, read, chain, reopened, untouched, after })
}

const deeds: Readonly<Record<string, () => Promise<void>>> = {
  hold: () => hold(false),
  write: () => hold(true),
  make: makeOnDisk,
  look: lookReadOnly,
  fill: fillUp,
}
await deeds[deed]?.()
