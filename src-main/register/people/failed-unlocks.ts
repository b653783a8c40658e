import { registerChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import type { Session } from '../session.ts'

/** Tries with a wrong passphrase since the last opening. `operationId` was chosen with the first of them. Instants in UTC. */
export type FailedUnlocks = { readonly operationId: string; readonly count: number; readonly times: readonly string[] }

/** Takes the failed tries from their side file into the register's journal; once, however often it is asked to. */
export function recordFailedUnlocks(session: Session, { operationId, count, times }: FailedUnlocks): Promise<Written> {
  const chain = registerChain(session.info.id)
  return write(session, { chain, operationId, action: 'unlock.failed', object: chain, detail: { count, times } }, async () => undefined)
}
