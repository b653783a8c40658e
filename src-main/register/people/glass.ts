import { z } from 'zod'
import { isReason, shortestReason } from '#domain/roles.ts'
import { keyOfCase } from '../cases/load.ts'
import { caseChain, personChain } from '../journal/entry.ts'
import { type Written, write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import { run } from '../queries.ts'
import { openJson, sealJson } from '../sealed-json.ts'
import type { Session } from '../session.ts'
import { ownStanding } from './access.ts'
import { keyThroughGlass } from './offices.ts'

/** A glass that somebody broke and no owner has acknowledged yet. */
export type GlassBreak = {
  readonly id: string
  readonly personId: string
  readonly brokenAt: string
  readonly reason: string
}

export type Breaking = { readonly caseId: string; readonly reason: string; readonly operationId: string }

const placeOf = (id: string) => ({ table: 'glass_breaks', row: id, column: 'reason', version: 1 })
const reasonSchema = z.string()

/** The same operation in the chain of the person. */
const ownEntry = (operationId: string) => `${operationId}.own`

/**
 * Opens a closed case in need. The journal of the person and of the case say so, with the reason, before the key is there:
 * after a crash in between the owner sees a glass broken too often, never one too few.
 */
export async function breakGlass(session: Session, { caseId, reason, operationId }: Breaking): Promise<Written> {
  if (!isReason(reason)) throw new Refusal('reason-too-short', { least: shortestReason })
  const [known] = await run(session.database, session.queries.currentVersion, [caseId])
  if (known === undefined) throw new Refusal('case-unknown', { case: caseId })
  if ((await ownStanding(session, caseId)) !== undefined) return { repeated: true }
  const key = await keyThroughGlass(session, caseId)
  if (key === undefined) throw new Refusal('glass-closed')
  const object = caseChain(caseId)
  const { person } = session.keys
  const entry = { action: 'glass.broken', object, caseId, key, detail: { reason } }
  await write(session, { ...entry, chain: personChain(person.id), operationId: ownEntry(operationId) }, async () => undefined)
  const sealed = sealJson(session.keys, key, reason, placeOf(operationId))
  const written = await write(session, { ...entry, chain: object, operationId }, async (change) => {
    const row = { id: operationId, case_id: caseId, person: person.id, broken_at: session.clock.now(), reason: sealed }
    const insert = change.insertInto('glass_breaks').values({ ...row, acknowledged_at: null })
    await insert.onConflict((conflict) => conflict.doNothing()).execute()
    return undefined
  })
  await session.keyring.grant(caseId, key, [{ ...person, standing: 'glass' }])
  session.searching.moved.add(caseId)
  return written
}

/** What the owners of a case have not acknowledged yet, the oldest first. */
export async function glassBreaks(session: Session, caseId: string): Promise<readonly GlassBreak[]> {
  const key = await keyOfCase(session, caseId)
  const rows = await session.database
    .selectFrom('glass_breaks')
    .select(['id', 'person', 'broken_at', 'reason'])
    .where('acknowledged_at', 'is', null)
    .where('case_id', '=', caseId)
    .orderBy('broken_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, person, broken_at, reason }) => ({
    id,
    personId: person,
    brokenAt: broken_at,
    reason: reasonSchema.parse(openJson(session.keys, key, reason, placeOf(id))),
  }))
}

/** References of the unlocked person's own cases whose glass was broken by somebody, and not acknowledged. */
export async function ownCasesBroken(session: Session): Promise<readonly string[]> {
  const rows = await run(session.database, session.queries.brokenGlass, [])
  const owned: string[] = []
  for (const [id, reference] of new Map(rows.map((row) => [row.case_id, row.reference])))
    if ((await ownStanding(session, id)) === 'owner') owned.push(reference)
  return owned
}

/** An owner has seen that the glass was broken; it is told no longer. */
export async function acknowledgeGlass(
  session: Session,
  { caseId, operationId }: Pick<Breaking, 'caseId' | 'operationId'>,
): Promise<Written> {
  if ((await ownStanding(session, caseId)) !== 'owner') throw new Refusal('not-yours-to-share')
  const chain = caseChain(caseId)
  return write(session, { chain, operationId, action: 'glass.acknowledged', object: chain, caseId }, async (change) => {
    const open = change.updateTable('glass_breaks').set({ acknowledged_at: session.clock.now() }).where('acknowledged_at', 'is', null)
    await open.where('case_id', '=', caseId).execute()
    return undefined
  })
}
