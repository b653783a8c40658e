import type { Answer } from '../problem.ts'
import { answerFrom, type Session } from '../session.ts'
import { type ErasureProgress, eraseList } from './erase.ts'
import { signWeedingList, type WeedingSignature } from './sign-list.ts'
import { type ErasureState, erasureState } from './state.ts'
import { neededList, type WeedingList } from './weeding-list.ts'

/** Signing weeding lists and erasing what they name. Nothing here happens by itself, but what was begun is finished. */
export type Weeding = {
  sign(signature: WeedingSignature): Promise<Answer<WeedingList>>
  list(id: string): Promise<Answer<WeedingList>>
  erase(listId: string, told?: ErasureProgress): Promise<Answer<WeedingList>>
  state(): Promise<Answer<ErasureState>>
}

export function weedingOver(session: Session): Weeding {
  const ask = <Value>(work: () => Promise<Value>) => answerFrom(session, work)
  return {
    sign: (signature) => ask(() => signWeedingList(session, signature)),
    list: (id) => ask(() => neededList(session, id)),
    erase: (listId, told) => ask(() => eraseList(session, listId, told)),
    state: () => ask(() => erasureState(session)),
  }
}
