import { describe, expect, it } from 'vitest'
import { playMatch } from '../bench/play-match.ts'
import { tableLines } from '../bench/print-table.ts'
import { median, pairedRatios, summarise } from '../bench/statistics.ts'

describe('the statistics of the bench', () => {
  it('take the middle value, whatever the order', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(median([100, 20, 3])).toBe(20)
  })

  it('take the mean of the two middle values of an even number', () => {
    expect(median([8, 1, 2, 4])).toBe(3)
  })

  it('have no middle of nothing', () => {
    expect(() => median([])).toThrow(RangeError)
  })

  it('divide by the time of the same round: a round in which all were slow says the same as the others', () => {
    expect(pairedRatios([2, 20, 2], [4, 40, 4])).toEqual([0.5, 0.5, 0.5])
  })

  it('refuse rounds that do not belong together, and times that the clock did not see', () => {
    expect(() => pairedRatios([1, 2], [1])).toThrow('cannot be paired')
    expect(() => pairedRatios([1, 2], [1, 0])).toThrow('round 2 took no time')
  })

  it('say how far the rounds lay apart', () => {
    expect(summarise([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3, rounds: 3 })
  })
})

describe('a match of the bench', () => {
  it('lets everybody run in every round, warm-ups included, and does not always begin with the same', async () => {
    const ran: string[] = []
    const task = (name: string) => ({ name, run: () => ran.push(name) })
    await playMatch({ own: task('ours'), others: [task('theirs')], rounds: 2, warmUps: 1 })
    expect(ran).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs'])
  })

  it('waits for work that ends later', async () => {
    let ended = 0
    const later = () => new Promise<void>((resolve) => setImmediate(resolve)).then(() => ended++)
    await playMatch({ own: { name: 'ours', run: later, calls: 3 }, others: [], rounds: 2, warmUps: 0 })
    expect(ended).toBe(6)
  })

  it('names a competitor that is not there instead of leaving it out', async () => {
    const own = { name: 'ours', run: () => undefined }
    const rows = await playMatch({ own, others: [{ name: 'theirs', absent: 'not installed' }], rounds: 1, warmUps: 0 })
    expect(rows).toEqual([{ name: 'ours', competitor: 'theirs', ratio: null, note: 'not installed' }])
    expect(tableLines(rows).at(-1)).toContain('not installed')
  })
})
