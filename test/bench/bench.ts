/**
 * `npm run bench [-- NAME…] [--json]`: how our work compares with what others would use, and with the least that it could cost.
 * Ratios only: what a machine can do in milliseconds says nothing about another one.
 */
import { parseArgs } from 'node:util'
import type { Bench, BenchResult } from './bench-definition.ts'
import { benches } from './benches.ts'
import { tableLines } from './print-table.ts'

interface Request {
  readonly chosen: readonly Bench[]
  readonly json: boolean
}

function readRequest(words: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean' }, large: { type: 'boolean' } },
      allowPositionals: true,
    })
    const wanted = positionals.map((name) => name.toUpperCase())
    if (wanted.some((name) => !benches.some((bench) => bench.name === name))) return undefined
    const chosen = benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    return { chosen, json: values.json === true }
  } catch {
    return undefined
  }
}

function print({ name, title }: Bench, { rows, smallPrint }: BenchResult): void {
  const lines = [`${name}  ${title}`, ...tableLines(rows), ...smallPrint.map((line) => `   ${line}`), '']
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function runBenches({ chosen, json }: Request): Promise<void> {
  const results: object[] = []
  for (const bench of chosen) {
    const result = await bench.run()
    if (json) results.push({ name: bench.name, title: bench.title, ...result })
    else print(bench, result)
  }
  if (json) process.stdout.write(`${JSON.stringify({ benches: results }, null, 2)}\n`)
}

const request = readRequest(process.argv.slice(2))
if (request) await runBenches(request)
else {
  process.stderr.write(`usage: npm run bench [-- NAME…] [--json] [--large]   NAME: ${benches.map(({ name }) => name).join(', ')}\n`)
  process.exitCode = 64
}
