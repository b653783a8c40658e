import type { Match, Row, Task } from './bench-definition.ts'
import { pairedRatios, summarise } from './statistics.ts'

/** Milliseconds for one call. */
async function time({ run, calls = 1 }: Task): Promise<number> {
  const start = process.hrtime.bigint()
  for (let call = 0; call < calls; call++) {
    const pending = run()
    if (pending instanceof Promise) await pending
  }
  return Number(process.hrtime.bigint() - start) / 1e6 / calls
}

/** Whoever began a round ends the next one, so that nobody always runs on the heap that the same neighbour left. */
function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

/** Plays all rounds in this process, competitors interleaved, and gives one row for each competitor. */
export async function playMatch({ own, others, rounds, warmUps }: Match): Promise<Row[]> {
  const present = others.filter((other): other is Task => 'run' in other)
  const tasks = [own, ...present]
  const times = new Map<Task, number[]>(tasks.map((task) => [task, []]))
  for (let round = -warmUps; round < rounds; round++) {
    for (const task of rotated(tasks, round + warmUps)) {
      const took = await time(task)
      if (round >= 0) times.get(task)?.push(took)
    }
  }
  return others.map((other) => {
    const row = { name: own.name, competitor: other.name }
    if ('absent' in other) return { ...row, ratio: null, note: other.absent }
    return { ...row, ratio: summarise(pairedRatios(times.get(own) ?? [], times.get(other) ?? [])) }
  })
}
