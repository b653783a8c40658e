import { describe, expect, test } from 'vitest'
import { type OperationName, operations } from '#contract/operations.ts'
import { acts, type CaseStanding, type Role } from '#domain/roles.ts'
import { refusalOf } from '#operations/permissions.ts'
import type { Ports } from '#operations/ports.ts'
import { translate } from '#shells/texts.ts'

const someone = (roles: readonly Role[], standing: CaseStanding | 'closed' | 'unknown' = 'owner') =>
  ({ people: { self: async () => ({ id: 'U', name: 'Bo', roles, addedAt: '' }), standing: async () => standing } }) as unknown as Ports

const names = Object.keys(operations).filter((name): name is OperationName => Object.hasOwn(operations, name))
const reference = 'HV-2026-0001'
const codeOf = async (ports: Ports, name: OperationName, input: unknown = { reference }) => (await refusalOf(ports, name, input))?.code

describe('roles are enforced before an operation runs', () => {
  test('the first user may do everything', async () => {
    for (const name of names) expect(await codeOf(someone(['coordinator', 'manager']), name), name).toBeUndefined()
  })

  test('a reader changes no case, exports nothing, breaks no glass and manages nobody', async () => {
    const refused = [
      'plan.export',
      'case.export',
      'case.import',
      'glass.break',
      'users.add',
      'users.change',
      'users.remove',
      'signer.create',
    ] as const
    for (const name of refused) expect(await codeOf(someone(['reader']), name), name).toBe('not-permitted')
    for (const name of ['case.list', 'case.overview', 'case.reveal-names', 'users.list', 'access.show', 'register.lock'] as const)
      expect(await codeOf(someone(['reader']), name), name).toBeUndefined()
  })

  test('a write that nobody has thought of yet needs a role that may change cases', async () => {
    const writes = names.filter((name) => operations[name].effect === 'write' && !('whileLocked' in operations[name]))
    const open = []
    for (const name of writes) if ((await codeOf(someone([]), name, {})) === undefined) open.push(name)
    expect(open.toSorted()).toEqual(['access.grant', 'access.withdraw', 'glass.acknowledge', 'lock.change-settings', 'passphrase.change'])
  })

  test('a closed case answers nothing but the glass', async () => {
    const ports = someone(['coordinator', 'manager'], 'closed')
    for (const name of ['case.overview', 'case.people', 'access.show', 'access.grant', 'plan.export'] as const)
      expect(await codeOf(ports, name), name).toBe('case-closed')
    expect(await codeOf(ports, 'glass.break')).toBeUndefined()
  })

  test('somebody to whom a case was shown reads it and exports nothing of it', async () => {
    const ports = someone(['coordinator'], 'reader')
    expect(await codeOf(ports, 'case.overview')).toBeUndefined()
    expect(await codeOf(ports, 'plan.export')).toBe('only-reader')
    expect(await codeOf(someone(['coordinator'], 'glass'), 'plan.export')).toBeUndefined()
  })

  test('what a locked register answers asks for nobody', async () => {
    const nobody = {} as unknown as Ports
    for (const name of ['register.status', 'register.unlock', 'plan.verify'] as const) expect(await codeOf(nobody, name)).toBeUndefined()
  })

  test.each(['sv', 'en'] as const)('each refusal has its sentence in %s', (language) => {
    for (const act of acts) expect(translate(language)(`failure.not-permitted.${act}`)).not.toContain('failure.')
  })
})
