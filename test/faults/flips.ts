import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededDice } from './seeded-dice.ts'
import { makeSpecimens, type Specimen } from './specimens.ts'

export type FlipToll = {
  readonly seed: number
  /** By file: how many flips were found by what. */
  readonly found: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Flips that nothing found: file, byte, bit. */
  readonly unseen: readonly string[]
  /** Whole files that were taken for damaged. */
  readonly falseAlarms: readonly string[]
}

/** Which file is hit next: each as often as its weight says. */
function turns(specimens: readonly Specimen[]): readonly Specimen[] {
  return specimens.flatMap((specimen) => Array.from({ length: specimen.weight }, () => specimen))
}

async function hit({ bytes, foundBy }: Specimen, dice: () => number): Promise<{ place: string; by: string | undefined }> {
  const [at, bit] = [Math.floor(dice() * bytes.length), Math.floor(dice() * 8)]
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at)
  return { place: `byte ${at} of ${bytes.length}, bit ${bit}`, by: await foundBy(flipped) }
}

/** Flips one bit of one file at a time, and asks what of the product finds it. An untouched file must pass. */
export async function flipManyTimes(times: number, seed: number): Promise<FlipToll> {
  const base = mkdtempSync(join(tmpdir(), 'hemvag-flips-'))
  const { specimens, close } = await makeSpecimens(base)
  const [dice, order] = [seededDice(seed), turns(specimens)]
  const found = new Map<string, Map<string, number>>()
  const unseen: string[] = []
  const falseAlarms: string[] = []
  try {
    for (const { name, bytes, foundBy } of specimens) {
      const by = await foundBy(Buffer.from(bytes))
      if (by !== undefined) falseAlarms.push(`${name}: ${by}`)
    }
    for (let time = 0; time < times; time += 1) {
      const specimen = order[time % order.length]
      if (specimen === undefined) break
      const { place, by } = await hit(specimen, dice)
      if (by === undefined) unseen.push(`${specimen.name}, ${place}`)
      const ways = found.get(specimen.name) ?? new Map<string, number>()
      found.set(specimen.name, ways.set(by ?? 'nothing', (ways.get(by ?? 'nothing') ?? 0) + 1))
    }
  } finally {
    await close()
    rmSync(base, { recursive: true, force: true })
  }
  return { seed, found, unseen, falseAlarms }
}
