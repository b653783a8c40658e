import type { AnyCase, CaseForm } from './case-form.ts'
import { finishErasures } from './erasure/erase.ts'
import { refuseForeign } from './folder.ts'
import { makeCheckpoint } from './journal/checkpoint.ts'
import { recordForPerson } from './journal/personal.ts'
import { registerFile } from './meta.ts'
import { type Opening, openedIn, type Unlock } from './open-session.ts'
import { ensureOffices } from './people/offices.ts'
import { ensureEscrow } from './people/recovery.ts'
import type { Keyholder } from './ports.ts'
import { type Answer, answer, Refusal } from './problem.ts'
import { type Register, registerOver } from './register.ts'
import { explained, givingReserve, type Session } from './session.ts'
import { acceptDoubts } from './starts/doubts.ts'
import { settleKeyFile } from './starts/key-file.ts'
import { lostLog, markOpen, unmark } from './starts/open-marker.ts'

import { newUlid } from './ulid.ts'

export type OpenOptions<Document extends AnyCase> = Omit<Opening, 'copyFirst'> & { readonly form: CaseForm<Document> }

/** Pairs that are no person open the register for one piece of work at most. */
async function refuseOffice({ database, keys }: Session): Promise<void> {
  const row = await database.selectFrom('people').select('kind').where('id', '=', keys.person.id).executeTakeFirst()
  if (row?.kind !== 'user') throw new Refusal('mixed', { file: 'keys.json' })
}

/** What a full disk does not let over stays in the log, where it is as safe. */
async function foldLogs({ engine, database }: Session): Promise<void> {
  await engine.foldLog(database).catch((error: unknown) => {
    if (engine.trouble(error) !== 'full') throw error
  })
}

type Greeting = (session: Session, operationId: string) => Promise<unknown>

const recordUnlocking: Greeting = (session, operationId) => recordForPerson(session, { action: 'register.unlocked', operationId })

/** Opens the files with keys at hand and writes the greeting into the journal. On any failure nothing stays open. */
export async function openWith<Document extends AnyCase>(
  folder: string,
  keys: Keyholder,
  options: OpenOptions<Document>,
  greet: Greeting = recordUnlocking,
): Promise<Register<Document>> {
  const { engine, clock, entropy } = options
  const { session, doubts } = await openedIn(folder, keys, options)
  try {
    await refuseOffice(session)
    await foldLogs(session)
    await acceptDoubts(session, doubts)
    const operationId = newUlid(clock, entropy)
    await givingReserve(session, async () => {
      await settleKeyFile(session)
      await greet(session, operationId)
      await ensureOffices(session, options.form)
      await ensureEscrow(session)
    })
    session.erasuresFinished = await finishErasures(session)
    await markOpen(session)
    return registerOver(session, options.form)
  } catch (error) {
    // A marker that tells of a lost log must go on telling until somebody has answered for it.
    if (doubts.every(({ accepts }) => accepts !== 'log-missing')) await unmark(folder).catch(() => undefined)
    await session.keyring.close()
    await session.database.destroy()
    throw explained(error, engine, folder, registerFile)
  }
}

/** Opens an existing register. Every expected failure is an answer with a code; nothing is changed by a refused opening. */
export function openRegister<Document extends AnyCase>(
  folder: string,
  unlock: Unlock,
  options: OpenOptions<Document>,
): Promise<Answer<Register<Document>>> {
  return answer(async () => {
    await refuseForeign(folder)
    const lost = await lostLog(folder)
    if (lost !== undefined && !options.accept?.includes('log-missing')) throw lost
    const keys = await unlock(folder)
    if (!keys.ok) throw new Refusal(keys.error.code, { folder, ...keys.error.values })
    return openWith(folder, keys.value, options)
  })
}

/** Opens the files with the keys of the recovery pair, for one piece of work, and closes them. */
export function withRecoveryKeys<Value>(
  folder: string,
  keys: Keyholder,
  options: OpenOptions<AnyCase>,
  work: (session: Session) => Promise<Value>,
): Promise<Answer<Value>> {
  return answer(async () => {
    await refuseForeign(folder)
    // The recovery key is for the day on which the key file is spoilt; the journal notes that it was.
    const accept = [...(options.accept ?? []), 'keys-altered']
    const { session, doubts } = await openedIn(folder, keys, { ...options, accept })
    try {
      await acceptDoubts(session, doubts)
      await settleKeyFile(session)
      const value = await work(session)
      await makeCheckpoint(session)
      return value
    } catch (error) {
      throw explained(error, options.engine, folder, registerFile)
    } finally {
      await session.keyring.close()
      await session.database.destroy()
    }
  })
}
