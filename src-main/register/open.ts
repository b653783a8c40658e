import type { AnyCase, CaseForm } from './case-form.ts'
import type { Engine } from './engine.ts'
import { refuseForeign } from './folder.ts'
import { recordForPerson } from './journal/personal.ts'
import { registerFile } from './meta.ts'
import { sessionIn, type Unlock } from './open-session.ts'
import type { Clock, Entropy, Keyholder } from './ports.ts'
import { type Answer, answer, Refusal } from './problem.ts'
import { type Register, registerOver } from './register.ts'
import { explained, type Session } from './session.ts'
import { newUlid } from './ulid.ts'

export type OpenOptions<Document extends AnyCase> = {
  readonly engine: Engine
  readonly form: CaseForm<Document>
  readonly clock: Clock
  readonly entropy: Entropy
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
  const session = await sessionIn(folder, keys, options)
  try {
    await greet(session, newUlid(options.clock, options.entropy))
    return registerOver(session, options.form)
  } catch (error) {
    await session.keyring.close()
    await session.database.destroy()
    throw explained(error, options.engine, folder, registerFile)
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
    const keys = await unlock(folder)
    if (!keys.ok) throw new Refusal(keys.error.code, { folder, ...keys.error.values })
    return openWith(folder, keys.value, options)
  })
}
