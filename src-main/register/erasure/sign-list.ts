import { registerChain } from '../journal/entry.ts'
import { write } from '../journal/write.ts'
import { Refusal } from '../problem.ts'
import type { Change, Session } from '../session.ts'
import { digestOf, neededList, sealContent, signedBytes, type WeedingContent, type WeedingList } from './weeding-list.ts'

/** The list takes its operation's id, so that a retry names the same list. */
export type WeedingSignature = WeedingContent & { readonly operationId: string }

async function missing(change: Change, content: WeedingContent): Promise<Refusal | undefined> {
  for (const { caseId } of content.cases) {
    const known = await change.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst()
    if (known === undefined) return new Refusal('case-unknown', { case: caseId })
  }
  return undefined
}

/** Signs a weeding list with the key of the person at the screen. It erases nothing: that is a second act. */
export async function signWeedingList(session: Session, { operationId, ...content }: WeedingSignature): Promise<WeedingList> {
  const { keys, info } = session
  const head = { id: operationId, signer: keys.person.id, signedAt: session.clock.now() }
  const bytes = signedBytes(info.id, head, content)
  const sealed = await sealContent(session, head.id, content)
  const draft = {
    chain: registerChain(info.id),
    operationId,
    action: 'weeding.signed',
    object: `weeding-list:${head.id}`,
    detail: { digest: digestOf(bytes), cases: content.cases.length, leftOut: content.leftOut.length },
  }
  await write(session, draft, async (change) => {
    const refusal = await missing(change, content)
    if (refusal !== undefined) return refusal
    const row = { id: head.id, signer: head.signer, signed_at: head.signedAt, content: sealed, signature: keys.sign(bytes) }
    await change
      .insertInto('weeding_lists')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return undefined
  })
  return neededList(session, head.id)
}
