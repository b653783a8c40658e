import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Tries, triesIn } from '#vault/tries.ts'
import { inFolder } from '../support/register-desk.ts'

/** A day at the office whose clock and stopwatch the test moves; a restart begins the stopwatch anew. */
function office(folder: string) {
  let wall = Date.parse('2026-10-01T08:00:00.000Z')
  let ticks = 0
  const start = (): Tries => {
    ticks = 0
    return triesIn({ folder, now: () => new Date(wall).toISOString(), stopwatch: () => ticks, newId: () => '01FIRST' })
  }
  return {
    start,
    pass(seconds: number) {
      wall += seconds * 1000
      ticks += seconds * 1000
    },
    setClock(seconds: number) {
      wall += seconds * 1000
    },
  }
}

async function fail(tries: Tries, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await tries.failed()
}

const seconds = async (tries: Tries) => (await tries.wait()) / 1000

describe('tries with a wrong passphrase', () => {
  it('make the next one wait from the third on, longer each time', () =>
    inFolder(async (folder) => {
      const tries = office(folder).start()
      const waits: number[] = []
      for (let time = 1; time <= 8; time += 1) {
        await tries.failed()
        waits.push(await seconds(tries))
      }
      expect(waits).toEqual([0, 0, 5, 30, 120, 300, 900, 900])
    }))

  it('make it wait after a restart too, and no longer than was said', () =>
    inFolder(async (folder) => {
      const day = office(folder)
      await fail(day.start(), 4)
      const after = day.start()
      day.pass(10)
      expect(await seconds(after)).toBe(20)
      day.pass(20)
      expect(await seconds(after)).toBe(0)
    }))

  it('make it wait although the clock is set forward while the program runs, or back before it starts', () =>
    inFolder(async (folder) => {
      const day = office(folder)
      const tries = day.start()
      await fail(tries, 4)
      day.setClock(3600)
      expect(await seconds(tries)).toBe(30)
      const after = day.start()
      day.setClock(-7200)
      expect(await seconds(after)).toBe(30)
      day.pass(12)
      expect(await seconds(after)).toBe(18)
    }))

  it('are kept with count, times and the id by which the journal takes them once, and no name', () =>
    inFolder(async (folder) => {
      const tries = office(folder).start()
      await fail(tries, 2)
      expect(JSON.parse(readFileSync(join(folder, 'tries.json'), 'utf8'))).toEqual({
        format: 'hemvag-tries-1',
        operationId: '01FIRST',
        count: 2,
        times: ['2026-10-01T08:00:00.000Z', '2026-10-01T08:00:00.000Z'],
      })
      await tries.forget()
      expect(existsSync(join(folder, 'tries.json'))).toBe(false)
      expect(await tries.read()).toBeUndefined()
    }))

  it('in a file that was meddled with count as none', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'tries.json'), '{"format":"hemvag-tries-1","count":-4}')
      expect(await seconds(office(folder).start())).toBe(0)
    }))

  it('are counted as long as the program runs where nothing can be written', async () => {
    const tries = office('/nowhere/at/all').start()
    await fail(tries, 3)
    expect(await seconds(tries)).toBe(5)
  })
})
