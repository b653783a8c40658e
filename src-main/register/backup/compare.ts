import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'
import { refuseForeign } from '../folder.ts'
import { registerFile } from '../meta.ts'
import type { Keyholder } from '../ports.ts'
import { type Problem, Refusal } from '../problem.ts'
import { explained } from '../session.ts'
import type { RegisterTables } from '../tables.ts'
import { type Erased, erasedIn } from './erased.ts'
import { type Facts, factsOf } from './facts.ts'
import { databaseOf } from './manifest.ts'
import type { Source } from './source.ts'
import { proveCopy } from './verify-copy.ts'

/**
 * How a copy stands to the register that is here. `same`: nothing was written since. `ancestor`: the register went on from it.
 * `ahead`: the copy went on from the register. `diverged`: both went on. `other`: another register. `unreadable`: nothing can be said.
 */
export type Relation = 'same' | 'ancestor' | 'ahead' | 'diverged' | 'other' | 'unreadable'

export type Present =
  | { readonly state: 'none' }
  | { readonly state: 'readable'; readonly facts: Facts; readonly erased: Erased | undefined }
  | { readonly state: 'unreadable'; readonly code: Problem['code'] }

export type Comparison = {
  readonly copy: Facts & { readonly name: string; readonly at: string; readonly size: number; readonly pages: number }
  readonly present: Present
  readonly relation: Relation | undefined
  /** Journal entries of the register here that the copy does not have. */
  readonly lost: number
  /** Cases that only the register here has. */
  readonly lostCases: number
  /** Cases that both have, and the register here in a later version. */
  readonly olderCases: number
}

type Database = Kysely<RegisterTables>

async function checkpointAt(database: Database, registerId: string, number: number): Promise<string | undefined> {
  const query = database.selectFrom('checkpoints').select('hash').where('register_id', '=', registerId).where('number', '=', number)
  const row = await query.executeTakeFirst()
  return row && Buffer.from(row.hash).toString('hex')
}

/** How many cases go, and how many go back, where a copy takes the register's place. */
async function casesLost(here: Database, there: Database): Promise<Pick<Comparison, 'lostCases' | 'olderCases'>> {
  const versions = async (database: Database) =>
    new Map((await database.selectFrom('cases').select(['id', 'version']).execute()).map(({ id, version }) => [id, version]))
  const [ours, theirs] = [await versions(here), await versions(there)]
  const kept = [...ours].filter(([id]) => theirs.has(id))
  return { lostCases: ours.size - kept.length, olderCases: kept.filter(([id, version]) => (theirs.get(id) ?? 0) < version).length }
}

const noneLost = { lost: 0, lostCases: 0, olderCases: 0 } as const

/** The newest checkpoint that both have; 0 where there is none. */
async function commonCheckpoint(here: Database, there: Database, registerId: string, newest: number): Promise<number> {
  for (let number = newest; number > 0; number -= 1) {
    const [one, other] = [await checkpointAt(here, registerId, number), await checkpointAt(there, registerId, number)]
    if (one !== undefined && one === other) return number
  }
  return 0
}

/** Entries beyond the newest checkpoint that both have. */
async function entriesAfter(database: Database, registerId: string, number: number): Promise<number> {
  const bound = database
    .selectFrom('checkpoint_heads')
    .select((of) => ['chain', of.fn.max('seq').as('seq')])
    .where('register_id', '=', registerId)
    .where('number', '<=', number)
    .groupBy('chain')
  const known = new Map((await bound.execute()).map((head) => [head.chain, Number(head.seq)]))
  const heads = await database.selectFrom('journal_heads').select(['chain', 'seq']).execute()
  return heads.reduce((sum, head) => sum + head.seq - (known.get(head.chain) ?? 0), 0)
}

async function relate(here: Database, facts: Facts, there: Database, copy: Facts): Promise<Omit<Comparison, 'copy' | 'present'>> {
  const cases = await casesLost(here, there)
  if (facts.registerId !== copy.registerId) return { relation: 'other', lost: facts.counts.entries, ...cases }
  const id = copy.registerId
  const common = await commonCheckpoint(here, there, id, Math.min(facts.checkpoint?.number ?? 0, copy.checkpoint?.number ?? 0))
  const [lost, more] = [await entriesAfter(here, id, common), await entriesAfter(there, id, common)]
  if (common === 0) return { relation: 'diverged', lost, ...cases }
  if (lost > 0) return { relation: more > 0 ? 'diverged' : 'ancestor', lost, ...cases }
  return { relation: more > 0 ? 'ahead' : 'same', lost, ...cases }
}

/** Where the register of the comparison is: open in this program, closed in a folder, or none. */
export type Here = { readonly database: Database } | { readonly folder: string } | undefined

type Seen = { readonly present: Present; readonly database: Database | undefined; close(): Promise<void> }
const nothing = async () => undefined

/** Another register has other keys, and would look damaged. */
async function refuseOther(folder: string, registerId: string): Promise<void> {
  const text = await readFile(join(folder, 'keys.json'), 'utf8').catch(() => '')
  const found = /"registerId":\s*"([^"]+)"/.exec(text)?.[1]
  if (found !== undefined && found !== registerId) throw new Refusal('mixed', { file: registerFile })
}

/** Registers of an older schema have erased nothing. */
const withErasures = 20

async function readable(database: Database): Promise<Present> {
  const facts = await factsOf(database)
  return { state: 'readable', facts, erased: facts.schema < withErasures ? undefined : await erasedIn(database, facts.registerId) }
}

async function openHere(engine: Engine, keys: Keyholder, here: Here): Promise<Seen> {
  if (here === undefined) return { present: { state: 'none' }, database: undefined, close: nothing }
  if ('database' in here) return { present: await readable(here.database), database: here.database, close: nothing }
  const { folder } = here
  try {
    await refuseForeign(folder)
    await refuseOther(folder, keys.registerId)
    const database = await engine.open<RegisterTables>(folder, registerFile, keys.fileKey(registerFile))
    const close = () => database.destroy()
    try {
      return { present: await readable(database), database, close }
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    const meant = explained(error, engine, folder, registerFile)
    if (!(meant instanceof Refusal)) throw error
    const { code } = meant.problem
    if (code === 'in-use') throw meant
    if (['folder-missing', 'not-a-register'].includes(code)) return { present: { state: 'none' }, database: undefined, close: nothing }
    return { present: { state: 'unreadable', code }, database: undefined, close: nothing }
  }
}

/** Proves a copy and says how it stands to the register here. Changes neither. */
export async function compare(engine: Engine, keys: Keyholder, { folder, copy }: Source, here: Here): Promise<Comparison> {
  const proven = await proveCopy(engine, keys, folder, copy)
  const facts = { ...proven, name: copy.name, at: copy.at, size: copy.size }
  const seen = await openHere(engine, keys, here)
  try {
    if (seen.present.state === 'none') return { copy: facts, present: seen.present, relation: undefined, ...noneLost }
    if (seen.database === undefined || seen.present.state === 'unreadable') {
      const isOther = seen.present.state === 'unreadable' && seen.present.code === 'mixed'
      return { copy: facts, present: seen.present, relation: isOther ? 'other' : 'unreadable', ...noneLost }
    }
    const there = await engine.openCopy<RegisterTables>(folder, databaseOf(copy.name), keys.fileKey(registerFile))
    try {
      return { copy: facts, present: seen.present, ...(await relate(seen.database, seen.present.facts, there, proven)) }
    } finally {
      await there.destroy()
    }
  } finally {
    await seen.close()
  }
}

export const fileOf = ({ folder, copy }: Source) => join(folder, databaseOf(copy.name))
