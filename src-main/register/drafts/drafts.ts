import { keyOfCase } from '../cases/load.ts'
import type { Answer } from '../problem.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import { answerFrom, type Session, transact } from '../session.ts'

/** What somebody has begun to write at a place of a case. Plain JSON, checked by whoever asks. */
export type Draft = { readonly place: string; readonly keptAt: string; readonly content: unknown }
type DraftPlace = { readonly caseId: string; readonly place: string }

/** Drafts of the person at the screen: nobody else sees them, and no journal tells of them, since they change nothing. */
export type Drafts = {
  keep(draft: DraftPlace & { readonly content: unknown }): Promise<Answer<void>>
  drop(draft: DraftPlace): Promise<Answer<void>>
  of(caseId: string): Promise<Answer<readonly Draft[]>>
}

const sealedAt = (caseId: string, person: string, place: string) => ({
  table: 'drafts',
  row: `${caseId} ${person}`,
  column: place,
  version: 1,
})

async function keepDraft(session: Session, { caseId, place, content: said }: DraftPlace & { readonly content: unknown }): Promise<void> {
  const person = session.keys.person.id
  const content = sealJson(session.keys, await keyOfCase(session, caseId), said, sealedAt(caseId, person, place))
  const keptAt = { kept_at: session.clock.now(), content }
  await transact(session, async (change) => {
    const insert = change.insertInto('drafts').values({ case_id: caseId, person, place, ...keptAt })
    await insert.onConflict((conflict) => conflict.columns(['case_id', 'person', 'place']).doUpdateSet(keptAt)).execute()
  })
}

async function dropDraft(session: Session, { caseId, place }: DraftPlace): Promise<void> {
  await transact(session, async (change) => {
    const own = change.deleteFrom('drafts').where('case_id', '=', caseId).where('person', '=', session.keys.person.id)
    await own.where('place', '=', place).execute()
  })
}

async function draftsOf(session: Session, caseId: string): Promise<readonly Draft[]> {
  const person = session.keys.person.id
  const key = await keyOfCase(session, caseId)
  const query = session.database.selectFrom('drafts').select(['place', 'kept_at', 'content']).where('case_id', '=', caseId)
  const rows = await query.where('person', '=', person).orderBy('place').execute()
  return rows.map(({ place, kept_at, content }) => ({
    place,
    keptAt: kept_at,
    content: openJson(session.keys, key, content, sealedAt(caseId, person, place)),
  }))
}

export function draftsOver(session: Session): Drafts {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    keep: (draft) => ask(() => keepDraft(session, draft)),
    drop: (draft) => ask(() => dropDraft(session, draft)),
    of: (caseId) => ask(() => draftsOf(session, caseId)),
  }
}
