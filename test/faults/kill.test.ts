import { expect, it } from 'vitest'
import { killManyTimes } from './kill.ts'
import { works } from './works/all.ts'

it('a register whose program is killed fifty times loses nothing acknowledged, keeps nothing by halves, and stays whole', async () => {
  const { kills, duringMigration, acknowledged, lost, torn, broken } = await killManyTimes(50, 20_261_001)
  expect({ kills, lost, torn, broken }).toEqual({ kills: 50, lost: [], torn: [], broken: [] })
  expect(duringMigration).toBeGreaterThan(5)
  expect([...acknowledged.keys()].toSorted()).toEqual(works.map(({ name }) => name).toSorted())
}, 180_000)
