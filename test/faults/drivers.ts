import { flipManyTimes } from './flips.ts'
import { killManyTimes } from './kill.ts'
import { walkAndSearch } from './leak.ts'

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
      `${file.padEnd(20)}${[...ways.values()].reduce((sum, count) => sum + count, 0)}`,
      ...[...ways].map(([by, count]) => `  ${by.padEnd(34)}${count}`),
    ])
    const faults = [...unseen.map((place) => `unseen: ${place}`), ...falseAlarms.map((place) => `false alarm: ${place}`)]
    return { lines: [`seed ${seed}`, ...lines, `unseen              ${unseen.length}`, ...faults], passed: faults.length === 0 }
  },
}

const leak: Driver = {
  name: 'leak',
  times: 1,
  async run(times) {
    const lines: string[] = []
    let passed = true
    for (let time = 0; time < times; time += 1) {
      const { whileOpen, afterwards, control } = await walkAndSearch()
      for (const [when, { files, bytes, hits }] of Object.entries({ 'window crashed': whileOpen, 'program killed': afterwards })) {
        lines.push(`${when.padEnd(16)}${files} files, ${bytes} bytes, ${hits.length} hits`, ...hits.map((hit) => `  ${hit}`))
        passed &&= hits.length === 0
      }
      lines.push(`control         ${control.hits.length} hits where the user pointed`)
      passed &&= control.hits.length >= 20
    }
    return { lines, passed }
  },
}

export const drivers: readonly Driver[] = [kill, flips, leak]
