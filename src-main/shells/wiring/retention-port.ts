import type { ErasureView, SignedListView } from '#contract/retention.ts'
import { mayDo } from '#domain/roles.ts'
import type { PeoplePort } from '#operations/people-port.ts'
import type { RetentionPort } from '#operations/retention-port.ts'
import type { Erasure, ErasureState, PlaceReach } from '#register/erasure/state.ts'
import type { WeedingList } from '#register/erasure/weeding-list.ts'
import { decisionIn, decisionSetting, type OfficeDecision } from './office-decision.ts'
import { expected, failureOf, type RegisterDoor } from './register-port.ts'

const pageOfClosed = 500

/** Weeding and erasure over the open register. */
export function retentionPort(door: RegisterDoor, people: Pick<PeoplePort, 'self'>, office: OfficeDecision): RetentionPort {
  const register = () => door.openRegister
  return {
    mayErase: async () => mayDo((await people.self()).roles, 'approve-erasure'),
    decision: () => decisionIn(register()),
    async decide(value, operationId) {
      const kept = await register().keepSetting({ name: decisionSetting, value, operationId })
      if (!kept.ok) return { ok: false, error: failureOf(kept.error) }
      office.current = value
      const rebuilt = await register().rebuildProjections(register().newId())
      return rebuilt.ok ? { ok: true, value: null } : { ok: false, error: failureOf(rebuilt.error) }
    },
    async closed() {
      const closed: string[] = []
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page: readonly { readonly reference: string }[] = expected(await register().people.closed(pageOfClosed, after))
        closed.push(...page.map((each) => each.reference))
        after = page.length < pageOfClosed ? undefined : page.at(-1)?.reference
      }
      return closed
    },
    async sign({ cases, leftOut, ...rest }) {
      const signed = await register().weeding.sign({ ...rest, cases: [...cases], leftOut: [...leftOut] })
      return signed.ok ? { ok: true, value: listView(signed.value) } : { ok: false, error: failureOf(signed.error) }
    },
    async list(id) {
      const list = await register().weeding.list(id)
      return list.ok ? { ok: true, value: listView(list.value) } : { ok: false, error: failureOf(list.error) }
    },
    async erase(id) {
      const erased = await register().weeding.erase(id)
      if (!erased.ok) return { ok: false, error: failureOf(erased.error) }
      // Places that are at hand get the keyring without these keys at once; the others are named by the state.
      await register().backups.reachPlaces()
      const { erasures } = expected(await register().weeding.state())
      return { ok: true, value: erasures.filter((each) => each.list.id === id).map(erasureView) }
    },
    async state() {
      const state = expected(await register().weeding.state())
      return {
        erasures: state.erasures.map(erasureView),
        waiting: state.waiting.map(listView),
        places: state.places.map((place) => placeView(place, state)),
        finishedAtOpening: [...state.finishedAtOpening],
      }
    },
  }
}

const listView = ({ id, digest, signedAt, cases }: WeedingList): SignedListView => ({
  list: id,
  digest,
  signedAt,
  cases: cases.map((each) => each.reference),
})

const erasureView = ({ case: erased, list, doneAt, entry }: Erasure): ErasureView => ({
  reference: erased.reference,
  rule: erased.rule,
  list: list.id,
  digest: list.digest,
  signedAt: list.signedAt,
  doneAt: doneAt ?? null,
  entry: entry ?? null,
})

function placeView({ name, keyringAt, outstanding }: PlaceReach, { erasures }: ErasureState) {
  const references = new Map(erasures.map((each) => [each.case.caseId, each.case.reference]))
  return { name, keyringAt: keyringAt ?? null, outstanding: outstanding.flatMap((id) => references.get(id) ?? []) }
}
