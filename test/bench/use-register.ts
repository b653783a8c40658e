import type { Bench, BenchResult, Match, Row, Task } from './bench-definition.ts'
import { playMatch } from './play-match.ts'
import { floorOver } from './register-floor.ts'
import { type Filled, idOf, rareWord, registerOf } from './register-of.ts'

const rounds = 41
const warmUps = 50
const pageSize = 50
/** What a person sees as at once; a floor of its own for a machine that is merely fast. */
const mostMilliseconds = 5

const sizes = process.argv.includes('--large') ? [1000, 10_000, 100_000, 1_000_000] : [1000, 10_000, 100_000]
const referenceAt = (at: number): string => `HV-2026-${String(at).padStart(7, '0')}`

/** As many cases as the smallest register holds: whoever works in a large one has no more of them before their eyes in a day. */
const workingSet = 900

/** Places spread over the whole register, as many in a large one as in a small one, in an order that jumps about. */
function places(count: number, start: number, casesEach: number): () => number {
  const slots = Math.floor(workingSet / casesEach)
  let turn = start
  return () => {
    turn += 1
    return 1 + Math.floor((((turn * 611_953) % slots) * (count - pageSize)) / slots)
  }
}

/** What is asked while a word is typed: from two letters on, at each letter. */
const asTyped = (word: string): readonly string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 2))

type Click = { readonly name: string; readonly calls: number; readonly own: () => unknown; readonly floor: () => unknown }

function clicks(filled: Filled): { readonly clicks: readonly Click[]; readonly close: () => void } {
  const { register, count } = filled
  const floor = floorOver(filled)
  const pages = (start: number) => places(count, start, pageSize)
  const cases = (start: number) => places(count, start, 1)
  const [listOwn, openOwn, findOwn, saveOwn] = [pages(1), cases(2), cases(3), cases(4)]
  const [listFloor, openFloor, findFloor, saveFloor] = [pages(1), cases(2), cases(3), cases(4)]
  let turn = 0
  const shown = new Map<number, { readonly alias: string; readonly version: number }>()
  const answered = async (work: Promise<{ ok: boolean }>): Promise<void> => {
    if (!(await work).ok) throw new Error('the register refused')
  }
  const save = async (at: number): Promise<void> => {
    turn += 1
    // Whoever saves has the case before their eyes.
    const { alias, version } = shown.get(at) ?? { alias: `A${at}`, version: 1 }
    const steps = [{ path: '/alias', before: alias, after: `B${turn}` }]
    await answered(register.changeCase({ caseId: idOf(at), expectedVersion: version, steps, operationId: `bench-${turn}` }))
    shown.set(at, { alias: `B${turn}`, version: version + 1 })
  }
  return {
    close: floor.close,
    clicks: [
      {
        name: 'list a page of 50',
        calls: 10,
        own: () => answered(register.listCases({ limit: pageSize, after: referenceAt(listOwn()) })),
        floor: () => floor.list(referenceAt(listFloor()), pageSize),
      },
      {
        name: 'open a case',
        calls: 20,
        own: () => answered(register.loadCase(idOf(openOwn()))),
        floor: () => floor.open(idOf(openFloor())),
      },
      {
        name: 'find a case as typed',
        calls: 3,
        own: async () => {
          for (const text of asTyped(rareWord(findOwn()))) await answered(register.search({ text, named: false, limit: pageSize }))
        },
        floor: () => asTyped(rareWord(findFloor())).map((text) => floor.find(text, pageSize + 1)),
      },
      {
        name: 'save a change',
        calls: 5,
        own: () => save(saveOwn()),
        floor: () => {
          turn += 1
          floor.save(idOf(saveFloor()), `F${turn}`)
        },
      },
    ],
  }
}

const task = (name: string, { calls }: Click, run: () => unknown): Task => ({ name, calls, run })

async function against(match: Omit<Match, 'rounds' | 'warmUps'>): Promise<Row[]> {
  return playMatch({ ...match, rounds, warmUps })
}

/** Median milliseconds of one call, only to say whether it stays below what a person notices. */
async function isAtOnce({ own, calls }: Click): Promise<boolean> {
  const times: number[] = []
  for (let round = 0; round < 15; round += 1) {
    const start = process.hrtime.bigint()
    for (let call = 0; call < calls; call += 1) await own()
    times.push(Number(process.hrtime.bigint() - start) / 1e6 / calls)
  }
  return (times.toSorted((one, other) => one - other)[7] ?? Number.POSITIVE_INFINITY) < mostMilliseconds
}

async function run(): Promise<BenchResult> {
  const smallest = await registerOf(sizes[0] ?? 0)
  const base = clicks(smallest)
  const rows: Row[] = []
  const smallPrint: string[] = []
  for (const count of sizes) {
    const filled = count === smallest.count ? smallest : await registerOf(count)
    const here = count === smallest.count ? base : clicks(filled)
    for (const [at, click] of here.clicks.entries()) {
      const name = `${click.name}, ${count.toLocaleString('en')} cases`
      rows.push(...(await against({ own: task(name, click, click.own), others: [task('floor', click, click.floor)] })))
      const first = base.clicks[at]
      if (count === smallest.count || first === undefined) continue
      rows.push(...(await against({ own: task(name, click, click.own), others: [task('the same with 1,000', first, first.own)] })))
      if (count === 100_000)
        smallPrint.push(`${click.name}: ${(await isAtOnce(click)) ? 'under' : 'OVER'} ${mostMilliseconds} ms with 100,000`)
    }
    if (count === smallest.count) continue
    here.close()
    await filled.remove()
  }
  base.close()
  await smallest.remove()
  return { rows, smallPrint }
}

export const useRegister: Bench = {
  name: 'P3',
  title: 'list, open, find, save: ours divided by the floor, and by ourselves with 1,000 cases',
  run,
}
