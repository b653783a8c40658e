import type { Problem } from '../problem.ts'
import type { Session } from '../session.ts'
import { caseChain, personChain, registerChain } from './entry.ts'
import { type Written, write } from './write.ts'

/** What a person did without changing a case. */
export type PersonalRecord = {
  readonly action:
    | 'case.read'
    | 'plan.exported'
    | 'case.exported'
    | 'journal.verified'
    | 'journal.exported'
    | 'attachment.exported'
    | 'register.unlocked'
    | 'names.searched'
    | 'partner.read'
    | 'partners.exported'
    | 'advice.exported'
  readonly operationId: string
  /** The case it concerns; without one, the register as a whole. */
  readonly caseId?: string
  /** Recipient, purpose, grounds, digest of the file: sealed with the case's key. */
  readonly detail?: unknown
}

const nothingElse = async () => undefined

/** The first entry of a register's own chain. */
export function recordCreation(session: Session, operationId: string): Promise<Written> {
  const chain = registerChain(session.info.id)
  return write(session, { chain, operationId, action: 'register.created', object: chain }, nothingElse)
}

/** Somebody opened a register that is older than one seen before, after having been told so. */
export function recordRollbackAccepted(session: Session, operationId: string, detail: Problem): Promise<Written> {
  const chain = registerChain(session.info.id)
  const { code, values } = detail
  const { seen, newest, seenAt } = values
  const draft = { chain, operationId, action: 'register.rollback-accepted', object: chain, detail: { code, seen, newest, seenAt } }
  return write(session, draft, nothingElse)
}

/** Somebody opened a register whose log was lost, or under a clock that had jumped back, after having been told so. */
export function recordStartAccepted(session: Session, operationId: string, { code, values }: Problem): Promise<Written> {
  const chain = registerChain(session.info.id)
  const { folder: _place, ...known } = values
  return write(session, { chain, operationId, action: `register.${code}-accepted`, object: chain, detail: { code, ...known } }, nothingElse)
}

/** Writes into the chain of the unlocked person, so that reading never waits for somebody else's writing. */
export function recordForPerson(session: Session, record: PersonalRecord): Promise<Written> {
  const { action, operationId, caseId, detail } = record
  const about = caseId === undefined ? { object: registerChain(session.info.id) } : { object: caseChain(caseId), caseId }
  const chain = personChain(session.keys.person.id)
  return write(session, { chain, action, operationId, detail, ...about }, nothingElse)
}
