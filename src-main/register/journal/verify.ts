import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import type { JournalRow } from '../tables.ts'
import { entryHash, nothingBefore } from './entry.ts'
import type { KnownCheckpoint, KnownHead } from './heads.ts'
import { type CheckpointFault, checkCheckpoints } from './verify-checkpoints.ts'
import { type VersionFault, versionFaults } from './verify-versions.ts'

/** What is wrong, and where. `cut-off`: an entry that a head or checkpoint vouches for is not there, or is another. */
export type JournalFault =
  | {
      readonly code: 'entry-missing' | 'entry-edited' | 'link-broken' | 'cut-off' | 'head-differs'
      readonly chain: string
      readonly seq: number
    }
  | VersionFault
  | CheckpointFault

export type JournalVerdict = {
  readonly intact: boolean
  readonly entries: number
  readonly chains: number
  readonly checkpoints: number
  readonly faults: readonly JournalFault[]
}

/** Something that vouches for one entry. */
type Witness = { readonly seq: number; readonly hash: Uint8Array; readonly isHead: boolean }
type Witnesses = Map<string, Witness[]>

const page = 500
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

function addWitness(witnesses: Witnesses, chain: string, witness: Witness): void {
  const known = witnesses.get(chain)
  if (known === undefined) witnesses.set(chain, [witness])
  else known.push(witness)
}

/** Walks one chain after the other; faults are reported once per entry, and the walk goes on behind them. */
class ChainWalk {
  readonly faults: JournalFault[] = []
  entries = 0
  chains = 0
  readonly #witnesses: Witnesses
  #chain = ''
  #seq = 0
  #hash = nothingBefore
  constructor(witnesses: Witnesses) {
    this.#witnesses = witnesses
  }

  take(row: JournalRow): void {
    if (row.chain !== this.#chain) this.#begin(row.chain)
    const { chain, seq } = row
    this.entries += 1
    if (seq !== this.#seq + 1) this.faults.push({ code: 'entry-missing', chain, seq: this.#seq + 1 })
    else if (!same(row.previous, this.#hash)) this.faults.push({ code: 'link-broken', chain, seq })
    if (!same(entryHash(row), row.hash)) this.faults.push({ code: 'entry-edited', chain, seq })
    for (const witness of this.#witnesses.get(chain) ?? []) {
      if (witness.seq === seq && !same(witness.hash, row.hash)) this.faults.push({ code: 'cut-off', chain, seq })
    }
    this.#seq = seq
    this.#hash = row.hash
  }

  /** After the last row: chains that have witnesses but no entries are missing altogether. */
  finish(): void {
    this.#end()
    for (const chain of [...this.#witnesses.keys()]) this.#begin(chain)
    this.#end()
  }

  #begin(chain: string): void {
    this.#end()
    this.#chain = chain
    this.#seq = 0
    this.#hash = nothingBefore
  }

  #end(): void {
    const chain = this.#chain
    if (chain === '') return
    if (this.#seq > 0) this.chains += 1
    const witnesses = this.#witnesses.get(chain) ?? []
    const beyond = witnesses.filter((witness) => witness.seq > this.#seq)
    for (const seq of new Set(beyond.map((witness) => witness.seq))) this.faults.push({ code: 'cut-off', chain, seq })
    const head = witnesses.find((witness) => witness.isHead)
    if (head === undefined || head.seq < this.#seq) this.faults.push({ code: 'head-differs', chain, seq: this.#seq })
    this.#witnesses.delete(chain)
    this.#chain = ''
  }
}

async function headWitnesses(session: Session): Promise<Witnesses> {
  const witnesses: Witnesses = new Map()
  const heads = await session.database.selectFrom('journal_heads').select(['chain', 'seq', 'hash']).execute()
  for (const { chain, ...head } of heads) addWitness(witnesses, chain, { ...head, isHead: true })
  return witnesses
}

async function caseHeadFaults(session: Session): Promise<JournalFault[]> {
  const rows = await session.database
    .selectFrom('cases')
    .leftJoin('journal_heads', (join) => join.on((on) => on('journal_heads.chain', '=', on(on.val('case:'), '||', on.ref('cases.id')))))
    .select(['cases.id', 'cases.journal_head', 'journal_heads.hash', 'journal_heads.seq'])
    .execute()
  const wrong = rows.filter((row) => row.hash === null || !same(row.hash, row.journal_head))
  return wrong.map((row) => ({ code: 'head-differs', chain: `case:${row.id}`, seq: row.seq ?? 0 }))
}

/**
 * Checks every chain, every checkpoint and its signature, and the heads and checkpoints that somebody kept elsewhere. Finds edited, removed and
 * reordered entries; a cut-off end as far as a head, a checkpoint or a known head vouches for it; a case that was set back to an
 * earlier version. Needs no case key.
 */
export async function verifyJournal(
  session: Session,
  known: readonly KnownHead[] = [],
  knownCheckpoints: readonly KnownCheckpoint[] = [],
): Promise<JournalVerdict> {
  const witnesses = await headWitnesses(session)
  for (const { chain, seq, hash } of known) addWitness(witnesses, chain, { seq, hash: Buffer.from(hash, 'hex'), isHead: false })
  const vouch = (chain: string, seq: number, hash: Uint8Array) => addWitness(witnesses, chain, { seq, hash, isHead: false })
  const checkpoints = await checkCheckpoints(session, vouch, knownCheckpoints)
  const caseFaults = await caseHeadFaults(session)
  const walk = new ChainWalk(witnesses)
  let last = { chain: '', seq: 0 }
  for (;;) {
    const rows = await run(session.database, session.queries.entries, [last.chain, last.seq, page])
    for (const row of rows) walk.take(row)
    const end = rows.at(-1)
    if (end === undefined) break
    last = end
  }
  walk.finish()
  const faults = [...walk.faults, ...caseFaults, ...(await versionFaults(session)), ...checkpoints.faults]
  return { intact: faults.length === 0, entries: walk.entries, chains: walk.chains, checkpoints: checkpoints.count, faults }
}
