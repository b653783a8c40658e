import type { Failure } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import { mayDo } from '#domain/roles.ts'
import type { PeoplePort, RegisterUser } from '#operations/people-port.ts'
import type { User } from '#register/people/users.ts'
import type { Answer } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { tooShort } from '#vault/passphrase.ts'
import { addPassphraseSlot, removeSlotsOf, renameSlots } from '#vault/people-slots.ts'
import { shareSigningIdentities } from '#vault/signing-identities.ts'
import type { Vault } from '#vault/vault.ts'
import { expected, failureOf, type RegisterDoor } from './register-port.ts'

type Parts = {
  readonly door: RegisterDoor
  readonly folder: string | undefined
  /** What somebody is called who was never given a name. */
  readonly nameless: () => Promise<string>
}

type Opened = { readonly register: Register<CaseFile>; readonly vault: Vault; readonly folder: string }

const settled = (answer: Answer<unknown>): Result<null, Failure> =>
  answer.ok ? { ok: true, value: null } : { ok: false, error: failureOf(answer.error) }

export function peoplePort({ door, folder, nameless }: Parts): PeoplePort {
  const opened = (): Opened => {
    if (door.opened === undefined || folder === undefined) throw new Error('the register is locked')
    return { ...door.opened, folder }
  }
  const people = () => opened().register.people
  const named = async ({ id, name, roles, addedAt }: User): Promise<RegisterUser> => ({
    id,
    name: name === '' ? await nameless() : name,
    roles,
    addedAt,
  })
  const everybody = async () => expected(await people().list())
  const idOf = async (reference: string) => expected(await opened().register.findByReference(reference))
  const onCase = async (reference: string, work: (caseId: string) => Promise<Answer<unknown>>): Promise<Result<null, Failure>> => {
    const caseId = await idOf(reference)
    if (caseId === undefined)
      return { ok: false, error: { code: 'no-such-case', messageKey: 'failure.no-such-case', values: { reference } } }
    return settled(await work(caseId))
  }

  async function shareSigner(): Promise<void> {
    const { vault, folder: place } = opened()
    const allowed = (await everybody()).filter((user) => user.removedAt === undefined && mayDo(user.roles, 'export-plan'))
    await shareSigningIdentities(place, vault, allowed)
  }

  return {
    self: async () => named(expected(await people().self())),
    list: async () => Promise.all((await everybody()).filter((user) => user.removedAt === undefined).map(named)),
    async nameOf(person) {
      const user = (await everybody()).find(({ id }) => id === person)
      return user === undefined ? '' : (await named(user)).name
    },
    async add({ name, roles, passphrase, operationId }) {
      const { register, vault, folder: place } = opened()
      const short = tooShort(passphrase)
      if (short !== undefined && !short.ok) return { ok: false, error: failureOf(short.error) }
      const prepared = await register.people.prepare(name, roles)
      if (!prepared.ok) return { ok: false, error: failureOf(prepared.error) }
      const { person, seeds } = prepared.value
      const made = await addPassphraseSlot(place, vault, { person: person.id, seeds, name, passphrase })
      if (!made.ok) return { ok: false, error: failureOf(made.error) }
      const added = await register.people.add({ person, name, roles, operationId })
      if (!added.ok) {
        await removeSlotsOf(place, vault, person.id)
        return { ok: false, error: failureOf(added.error) }
      }
      expected(await register.escrow(seeds, person.id))
      await shareSigner()
      return { ok: true, value: { id: person.id } }
    },
    async change({ person, name, roles, operationId }) {
      const changed = await people().change({ personId: person, name, roles, operationId })
      if (!changed.ok) return settled(changed)
      const { vault, folder: place } = opened()
      const renamed = name === undefined ? undefined : await renameSlots(place, vault, person, name)
      await shareSigner()
      return renamed === undefined || renamed.ok ? settled(changed) : settled(renamed)
    },
    async remove({ person, operationId }) {
      const removed = await people().remove({ personId: person, operationId })
      if (!removed.ok) return settled(removed)
      await shareSigner()
      const { vault, folder: place } = opened()
      return settled(await removeSlotsOf(place, vault, person))
    },
    shareSigner,
    async standing(reference) {
      const caseId = await idOf(reference)
      if (caseId === undefined) return 'unknown'
      return expected(await people().standing(caseId)) ?? 'closed'
    },
    async holders(reference) {
      const caseId = await idOf(reference)
      const holders = caseId === undefined ? [] : expected(await people().holders(caseId))
      return holders.map(({ personId: person, ...holder }) => ({ person, ...holder }))
    },
    grant: ({ reference, person, standing, operationId }) =>
      onCase(reference, (caseId) => people().grant({ caseId, personId: person, standing, operationId })),
    withdraw: ({ reference, person, operationId }) =>
      onCase(reference, (caseId) => people().withdraw({ caseId, personId: person, operationId })),
    breakGlass: ({ reference, reason, operationId }) => onCase(reference, (caseId) => people().breakGlass({ caseId, reason, operationId })),
    async glassBreaks(reference) {
      const caseId = await idOf(reference)
      const breaks = caseId === undefined ? [] : expected(await people().glassBreaks(caseId))
      return breaks.map(({ id, personId: person, brokenAt: at, reason }) => ({ id, person, at, reason }))
    },
    acknowledgeGlass: ({ reference, operationId }) => onCase(reference, (caseId) => people().acknowledgeGlass({ caseId, operationId })),
    ownCasesBroken: async () => expected(await people().ownCasesBroken()),
    closed: async (limit, after) => expected(await people().closed(limit, after)),
  }
}
