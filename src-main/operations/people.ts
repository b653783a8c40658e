import type { peopleOperations } from '#contract/people.ts'
import { mayDo, mayShare } from '#domain/roles.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'

const asDone = (outcome: Awaited<ReturnType<Ports['people']['change']>>) => (outcome.ok ? done({}) : outcome)

/** As many closed cases as are named at once. */
const pageOfClosed = 100

export const peopleImplementations: Implementations<keyof typeof peopleOperations> = {
  'users.list': async ({ people }) => {
    const self = await people.self()
    const users = (await people.list()).map((user) => ({ ...user, roles: [...user.roles], self: user.id === self.id }))
    return done({ users, mayManage: mayDo(self.roles, 'manage-users') })
  },
  'users.add': ({ people }, asked) => people.add(asked),
  'users.change': async ({ people }, asked) => asDone(await people.change(asked)),
  'users.remove': async ({ people }, asked) => asDone(await people.remove(asked)),
  'access.show': (ports, { reference }) => accessOf(ports, reference),
  'access.grant': async ({ people }, asked) => asDone(await people.grant(asked)),
  'access.withdraw': async ({ people }, asked) => asDone(await people.withdraw(asked)),
  'glass.break': async ({ people }, asked) => {
    if ((await people.standing(asked.reference)) === 'unknown') return refused('no-such-case', { reference: asked.reference })
    return asDone(await people.breakGlass(asked))
  },
  'glass.acknowledge': async ({ people }, asked) => asDone(await people.acknowledgeGlass(asked)),
  'case.closed': async ({ people }, { after = '' }) => {
    const found = await people.closed(pageOfClosed + 1, after)
    const cases = found.slice(0, pageOfClosed)
    const next = found.length > pageOfClosed ? (cases.at(-1)?.reference ?? null) : null
    return done({ cases, next, broken: [...(await people.ownCasesBroken())] })
  },
}

async function accessOf({ people, register }: Ports, reference: string) {
  const stored = await register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  const self = await people.self()
  const holders = await people.holders(reference)
  const own = holders.find((holder) => holder.person === self.id)?.standing
  const breaks = own === 'owner' ? await people.glassBreaks(reference) : []
  const absent = (await people.list()).filter((user) => !holders.some((holder) => holder.person === user.id))
  return done({
    holders: await Promise.all(
      holders.map(async ({ person, standing, grantedAt, grantedBy }) => ({
        person,
        name: await people.nameOf(person),
        standing,
        since: grantedAt,
        grantedBy: await people.nameOf(grantedBy),
        self: person === self.id,
      })),
    ),
    candidates: absent.map(({ id, name, roles }) => ({ person: id, name, mayOwn: mayDo(roles, 'change-case') })),
    mayShare: mayShare(own, self.roles),
    protectedIdentity: stored.caseFile.child.protectedIdentity,
    breaks: await Promise.all(breaks.map(async ({ id, person, at, reason }) => ({ id, name: await people.nameOf(person), at, reason }))),
  })
}
