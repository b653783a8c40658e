import { expect, it } from 'vitest'
import { flipManyTimes } from './flips.ts'

it('a flipped bit in any file of a closed register, free pages of the database among them, of a backup, or in a signed plan is found', async () => {
  const { found, unseen, falseAlarms } = await flipManyTimes(200, 20_261_001)
  expect({ unseen, falseAlarms }).toEqual({ unseen: [], falseAlarms: [] })
  const backup = ['backup copy', 'backup keyring.db', 'backup keys.json', 'backup manifest']
  const register = ['keyring.db', 'keys.json', 'register.db', 'seen.json', 'signed plan', 'signing.json']
  expect([...found.keys()].toSorted()).toEqual([...backup, ...register])
})
