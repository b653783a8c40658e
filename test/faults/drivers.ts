import { flipManyTimes } from './flips.ts'
import { killManyTimes } from './kill.ts'

/** One way of doing harm. `times` is how often, unless somebody says otherwise. */
export type Driver = {
  readonly name: string
  readonly times: number
  run(times: number, seed: number): Promise<{ readonly lines: readonly string[]; readonly passed: boolean }>
}

const kill: Driver = {
  name: 'kill',
  times: 1000,
  async run(times, seed) {
    const { kills, duringMigration, acknowledged, lost, torn, broken } = await killManyTimes(times, seed)
    const lines = [
      `seed ${seed}`,
      `kills                       ${kills}, of which from the beginning of a migration ${duringMigration}`,
      ...[...acknowledged].map(([work, count]) => `acknowledged, ${work.padEnd(13)}${count}`),
      `acknowledged and lost       ${lost.length}`,
      `standing by halves          ${torn.length}`,
      `integrity faults            ${broken.length}`,
      ...[...lost, ...torn, ...broken].slice(0, 20).map((fault) => `  ${fault}`),
    ]
    return { lines, passed: lost.length + torn.length + broken.length === 0 }
  },
}

const flips: Driver = {
  name: 'flips',
  times: 10_000,
  async run(times, seed) {
    const { found, unseen, falseAlarms } = await flipManyTimes(times, seed)
    const lines = [...found].flatMap(([file, ways]) => [
      `${file.padEnd(14)}${[...ways.values()].reduce((sum, count) => sum + count, 0)}`,
      ...[...ways].map(([by, count]) => `  ${by.padEnd(34)}${count}`),
    ])
    const faults = [...unseen.map((place) => `unseen: ${place}`), ...falseAlarms.map((place) => `false alarm: ${place}`)]
    return { lines: [`seed ${seed}`, ...lines, `unseen        ${unseen.length}`, ...faults], passed: faults.length === 0 }
  },
}

export const drivers: readonly Driver[] = [kill, flips]
