import { expect, test } from 'vitest'
import { operations, windowOperations } from '#contract/operations.ts'

test('only what tells nothing of a case works on a locked register', () => {
  const open = Object.entries(operations).filter(([, operation]) => 'whileLocked' in operation)
  expect(open.map(([name]) => name).toSorted()).toEqual([
    'backup.compare',
    'backup.list',
    'backup.restore',
    'backup.seen',
    'backup.verify',
    'files.choose-folder',
    'files.choose-plan',
    'passphrase.suggest',
    'place.check',
    'place.suggest',
    'plan.verify',
    'recovery-key.draw',
    'recovery.accounts',
    'recovery.set-passphrase',
    'register.choose',
    'register.create',
    'register.examine',
    'register.lock',
    'register.practise',
    'register.status',
    'register.unlock',
    'schema.case',
    'unlock.remembered',
    'unlock.state',
  ])
})

test('whole case files never enter the window', () => {
  const names = Object.keys(windowOperations)
  for (const name of ['case.import', 'case.export', 'signer.create', 'schema.case']) expect(names).not.toContain(name)
})

test('what an operation makes stale exists', () => {
  for (const operation of Object.values(operations))
    for (const name of operation.refreshes) expect(name === '*' || Object.hasOwn(operations, name), name).toBe(true)
})
