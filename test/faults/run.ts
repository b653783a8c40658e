/** `npm run faults -- kill|flips|leak [--times N] [--seed N]`: what power cuts, rotten disks and careless programs do to a register. */
import { parseArgs } from 'node:util'
import { drivers } from './drivers.ts'

const { values, positionals } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } }, allowPositionals: true })
const driver = drivers.find(({ name }) => name === positionals[0])
if (driver === undefined) {
  process.stderr.write(`usage: npm run faults -- ${drivers.map(({ name }) => name).join('|')} [--times N] [--seed N]\n`)
  process.exitCode = 64
} else {
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const { lines, passed } = await driver.run(Number(values.times ?? driver.times), seed)
  process.stdout.write(`${[...lines, passed ? 'passed' : 'FAILED'].join('\n')}\n`)
  process.exitCode = passed ? 0 : 1
}
