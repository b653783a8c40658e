import type { Kysely, Transaction } from 'kysely'
import type { Engine, Trouble } from './engine.ts'
import type { HotWrites } from './hot-writes.ts'
import type { Keyring } from './keyring.ts'
import { type RegisterInfo, registerFile } from './meta.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Answer, answer, type Problem, Refusal } from './problem.ts'
import type { HotQueries } from './queries.ts'
import type { Searching } from './search/search.ts'
import { releaseReserve } from './starts/reserve.ts'
import type { RegisterTables } from './tables.ts'

/** An open register, as its own parts pass it round. */
export type Session = {
  readonly folder: string
  readonly info: RegisterInfo
  readonly engine: Engine
  readonly database: Kysely<RegisterTables>
  readonly queries: HotQueries
  readonly writes: HotWrites
  readonly keyring: Keyring
  readonly keys: Keyholder
  readonly clock: Clock
  readonly entropy: Entropy
  /** Bytes of the database files that their encryption does not vouch for, as they were before opening. */
  readonly unprotected: Readonly<Record<string, string>>
  /** Headlines already unsealed, by case id; good as long as the version is the same. */
  readonly headlines: Map<string, { readonly version: number; readonly headline: unknown }>
  readonly searching: Searching
  /** Journal entries since the last checkpoint. */
  pending: number
  /** Weeding lists whose interrupted erasure was finished when the register was opened. */
  erasuresFinished: readonly string[]
}

export type Change = Transaction<RegisterTables>

const codes: Readonly<Record<Exclude<Trouble, 'duplicate'>, Problem['code']>> = {
  busy: 'in-use',
  damaged: 'damaged',
  denied: 'not-writable',
  full: 'disk-full',
}

/** What an error of the engine means for the person at the screen; errors that mean nothing come back as they are. */
export function explained(error: unknown, engine: Engine, folder: string, file: string): unknown {
  const trouble = engine.trouble(error)
  if (trouble === undefined || trouble === 'duplicate') return error
  return new Refusal(codes[trouble], { folder, file })
}

/**
 * Runs work; where the disk is full, once more with the room that was kept back for that. Work may have done half of what it does:
 * its operation id tells it so.
 */
export async function givingReserve<Value>(
  { engine, folder }: Pick<Session, 'engine' | 'folder'>,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (engine.trouble(error) === 'full' && (await releaseReserve(folder))) return work()
    throw error
  }
}

/** Runs work on the open register; refusals and the engine's expected troubles become values. */
export function answerFrom<Value>(session: Session, work: () => Promise<Value>): Promise<Answer<Value>> {
  return answer(async () => {
    try {
      return await givingReserve(session, work)
    } catch (error) {
      throw explained(error, session.engine, session.folder, registerFile)
    }
  })
}

const attempts = 3

/** One transaction. When the engine was only busy, the whole of it is tried again. */
export async function transact<Value>(session: Session, work: (change: Change) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await session.database.transaction().execute(work)
    } catch (error) {
      if (session.engine.trouble(error) !== 'busy' || attempt === attempts) throw error
    }
  }
}
