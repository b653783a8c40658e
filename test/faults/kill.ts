import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, newRegister } from '../support/register-desk.ts'
import { integrityFaults } from './integrity.ts'
import { KillableWriters } from './killable-writers.ts'
import { openAsInLife } from './open-as-in-life.ts'
import { seededDice } from './seeded-dice.ts'
import { works } from './works/all.ts'

export type KillToll = {
  readonly seed: number
  kills: number
  /** Kills while a register of an older schema was being opened. */
  duringMigration: number
  /** By work. */
  readonly acknowledged: Map<string, number>
  readonly lost: string[]
  readonly torn: string[]
  readonly broken: string[]
}

const longestDelay = 80
/** Every so manieth kill waits for the first backup, which copies the whole register before it is acknowledged. */
const patientEvery = 4
const killsPerRegister = 20
/** Every so manieth register is one of the first schema, killed again and again from the beginning of its opening. */
const olderEvery = 4
const olderRegister = fileURLToPath(new URL('../fixtures/register-10', import.meta.url))

type Lane = { readonly toll: KillToll; readonly dice: () => number; readonly writers: KillableWriters; left: () => boolean }

/** A register, or a copy of one of the first schema; a fresh copy for each kill, since it is migrated only once. */
async function prepare(folder: string, isOlder: boolean): Promise<void> {
  if (isOlder) cpSync(olderRegister, folder, { recursive: true })
  else await (await newRegister(folder, sqliteEngine)).close()
}

async function examine(folder: string, place: string, said: ReadonlyMap<string, readonly string[]>, toll: KillToll): Promise<void> {
  const opened = await openAsInLife(folder)
  if (!opened.ok) {
    toll.broken.push(`does not open: ${JSON.stringify(opened.error)}`)
    return
  }
  for (const work of works) {
    const { lost, torn } = await work.check(opened.value, said.get(work.name) ?? [], place)
    toll.lost.push(...lost)
    toll.torn.push(...torn)
  }
  toll.broken.push(...accepted(await opened.value.verifyJournal()).faults.map((fault) => JSON.stringify(fault)))
  await opened.value.close()
  toll.broken.push(...(await integrityFaults(folder)))
}

/** One register, killed and opened again some twenty times. */
async function oneRegister({ toll, dice, writers, left }: Lane, base: string, isOlder: boolean): Promise<void> {
  const [folder, place] = [join(base, 'register'), join(base, 'place')]
  mkdirSync(place)
  await prepare(folder, isOlder)
  const said = new Map<string, string[]>()
  for (let kill = 1; kill <= killsPerRegister && left(); kill += 1) {
    if (isOlder && kill > 1) {
      rmSync(folder, { recursive: true })
      rmSync(place, { recursive: true })
      mkdirSync(place)
      said.clear()
      await prepare(folder, true)
    }
    const order = { folder, place, tag: `${kill}`, fromOpening: isOlder }
    for (const [work, what] of await writers.killOne(order, dice() * longestDelay, kill % patientEvery === 0 ? 'backups' : undefined)) {
      if (work === 'opening') continue
      toll.acknowledged.set(work, (toll.acknowledged.get(work) ?? 0) + 1)
      said.set(work, [...(said.get(work) ?? []), what])
    }
    if (isOlder) toll.duringMigration += 1
    await examine(folder, place, said, toll)
  }
}

async function oneLane(lane: Lane, number: number): Promise<void> {
  for (let register = number; lane.left(); register += 1) {
    const base = mkdtempSync(join(tmpdir(), 'hemvag-kill-'))
    try {
      await oneRegister(lane, base, register % olderEvery === olderEvery - 1)
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  }
}

/**
 * Kills writing programs with SIGKILL, each at a random moment up to 80 ms after it first acknowledged something, or a backup, and looks after each
 * kill for what was acknowledged and is lost, what stands there by halves, and whether files and journal are whole.
 */
export async function killManyTimes(times: number, seed: number, lanes = 2): Promise<KillToll> {
  const toll: KillToll = { seed, kills: 0, duringMigration: 0, acknowledged: new Map(), lost: [], torn: [], broken: [] }
  const left = () => {
    if (toll.kills >= times) return false
    toll.kills += 1
    return true
  }
  await Promise.all(
    Array.from({ length: lanes }, async (_, number) => {
      const writers = new KillableWriters()
      // The second lane begins in the middle, so that a short run sees older registers, too.
      await oneLane({ toll, dice: seededDice(seed + number), writers, left }, number * (olderEvery - 1)).finally(() => writers.end())
    }),
  )
  return toll
}
