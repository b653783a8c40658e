import { run } from '../queries.ts'
import type { Session } from '../session.ts'
import { keyThroughGlass } from './offices.ts'

/** A case that is not this person's to read: no more than that it exists, and whether its glass may be broken. */
export type ClosedCase = { readonly reference: string; readonly openable: boolean }

const pageLength = 500

/** References of the cases closed to this person, at most so many, from after one on. */
export async function closedCases(session: Session, limit: number, from = ''): Promise<readonly ClosedCase[]> {
  const own = new Set((await session.keyring.subjectsOf(session.keys.person.id)).map(({ subject }) => subject))
  const closed: ClosedCase[] = []
  let after = from
  for (;;) {
    const rows = await run(session.database, session.queries.list, [after, pageLength])
    for (const { id, reference } of rows) {
      if (own.has(id)) continue
      closed.push({ reference, openable: (await keyThroughGlass(session, id)) !== undefined })
      if (closed.length === limit) return closed
    }
    if (rows.length < pageLength) return closed
    after = rows.at(-1)?.reference ?? ''
  }
}
