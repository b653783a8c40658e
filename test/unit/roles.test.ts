import { describe, expect, test } from 'vitest'
import { acts, firstRoles, isReason, leavesNoManager, mayBreakGlass, mayDo, mayShare, mayWorkOn, type Role, roles } from '#domain/roles.ts'
import { sameName, tidyName } from '#domain/user-name.ts'

const mayDoAlone = (role: Role) => acts.filter((act) => mayDo([role], act))

describe('what a role may do', () => {
  test('a reader reads and nothing else', () => {
    expect(mayDoAlone('reader')).toEqual(['read-case'])
  })

  test.each(['coordinator', 'deputy'] as const)('a %s works on cases, breaks the glass and makes backups, and approves nothing', (role) => {
    expect(mayDoAlone(role)).toEqual(['read-case', 'change-case', 'export-plan', 'break-glass', 'backup'])
  })

  test('a manager may do everything, and approvals, users, journal and settings are for managers only', () => {
    expect(mayDoAlone('manager')).toEqual(acts)
    const others = roles.filter((role) => role !== 'manager')
    for (const act of ['approve-override', 'approve-budget', 'approve-erasure', 'manage-users', 'export-journal', 'settings'] as const)
      expect(mayDo(others, act), act).toBe(false)
  })

  test('roles add up, and nobody without a role may do anything', () => {
    expect(mayDo(['reader', 'manager'], 'settings')).toBe(true)
    expect(acts.filter((act) => mayDo([], act))).toEqual([])
    expect(firstRoles).toEqual(['coordinator', 'manager'])
  })
})

describe('who decides about a case', () => {
  test('its owners, and a manager who has broken its glass', () => {
    expect(mayShare('owner', ['coordinator'])).toBe(true)
    expect(mayShare('glass', ['manager'])).toBe(true)
    expect(mayShare('glass', ['coordinator', 'deputy'])).toBe(false)
    expect(mayShare('reader', ['manager'])).toBe(false)
    expect(mayShare(undefined, ['manager'])).toBe(false)
  })

  test('somebody on the need-to-know list reads, and works on nothing', () => {
    expect([mayWorkOn('owner'), mayWorkOn('glass'), mayWorkOn('reader')]).toEqual([true, true, false])
  })

  test('protected identity leaves the glass to managers', () => {
    expect(mayBreakGlass(['coordinator', 'deputy'], false)).toBe(true)
    expect(mayBreakGlass(['coordinator', 'deputy'], true)).toBe(false)
    expect(mayBreakGlass(['manager'], true)).toBe(true)
    expect(mayBreakGlass(['reader'], false)).toBe(false)
  })

  test('a reason has twenty characters, spaces around it not counted', () => {
    expect(isReason('a'.repeat(20))).toBe(true)
    expect(isReason(`${'a'.repeat(19)}     `)).toBe(false)
  })
})

describe('a register keeps a manager', () => {
  const users = [
    { id: 'anna', roles: ['coordinator', 'manager'] },
    { id: 'bo', roles: ['reader'] },
  ] as const

  test('the only one is neither removed nor given other roles', () => {
    expect(leavesNoManager(users, 'anna')).toBe(true)
    expect(leavesNoManager(users, 'anna', ['coordinator'])).toBe(true)
    expect(leavesNoManager(users, 'anna', ['manager'])).toBe(false)
    expect(leavesNoManager(users, 'bo')).toBe(false)
  })
})

describe('users are told apart by name', () => {
  test('capitals, spaces and how letters were composed count for nothing', () => {
    expect(sameName('Åsa  Öberg ', 'a\u030asa o\u0308berg')).toBe(true)
    expect(sameName('Åsa Öberg', 'Asa Oberg')).toBe(false)
    expect(tidyName('  Åsa \t Öberg ')).toBe('Åsa Öberg')
  })
})
