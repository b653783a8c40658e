import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf, exchangeFile, exists, flush } from '../folder.ts'
import { registerFile } from '../meta.ts'
import { Refusal } from '../problem.ts'
import { writeWhole } from '../whole-file.ts'
import { copyNameAt } from './manifest.ts'

const exchangeSchema = z.strictObject({
  format: z.literal('hemvag-exchange-1'),
  /** Names beside the register's folder: the restored register, and what the present one will be called. */
  waiting: z.string(),
  aside: z.string(),
})

type Names = { readonly waiting: string; readonly aside: string }

const stamp = (now: string) => copyNameAt(now).replace('register-', '')

/** What the two folders are called while one takes the place of the other. */
export const namesFor = (folder: string, now: string): Names => ({
  waiting: `${folder}-restored-${stamp(now)}`,
  aside: `${folder}-replaced-${stamp(now)}`,
})

/** Exchanges that this program is in the middle of: nobody else may finish them. */
const underway = new Set<string>()

/**
 * Gives the new register the name of the old one, which is kept under another. No file system here changes two names at once, so what is
 * meant is written down first: stopped between the two, `finishExchange` makes it whole. Where the second step fails the first is taken back.
 */
export async function exchange(folder: string, { waiting, aside }: Names): Promise<string> {
  if (await exists(aside)) throw new Refusal('folder-occupied', { folder: aside })
  const meant = { format: 'hemvag-exchange-1', waiting: basename(waiting), aside: basename(aside) } satisfies z.infer<typeof exchangeSchema>
  underway.add(folder)
  try {
    await writeWhole(exchangeFile(folder), `${JSON.stringify(meant)}\n`)
    await flush(dirname(folder))
    await rename(folder, aside)
    try {
      await rename(waiting, folder)
    } catch (error) {
      // Another program that met the gap may have closed it already.
      const closed = (await exists(folder)) && !(await exists(waiting))
      if (closed) return aside
      await rename(aside, folder)
      throw error
    }
    await flush(dirname(folder))
  } finally {
    // Without the folder what is written down is all that leads back to the register.
    if (await exists(folder)) await rm(exchangeFile(folder), { force: true })
    underway.delete(folder)
  }
  return aside
}

async function meantFor(folder: string): Promise<Names | undefined> {
  const text = await readFile(exchangeFile(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const { waiting, aside } = exchangeSchema.parse(JSON.parse(text))
    // The file may name nothing but what an exchange of this very folder makes.
    const own = (name: string, kind: string) => name.startsWith(`${basename(folder)}-${kind}-`) && name === basename(name)
    if (own(waiting, 'restored') && own(aside, 'replaced'))
      return { waiting: join(dirname(folder), waiting), aside: join(dirname(folder), aside) }
  } catch {
    // Names that cannot be read are for a person to look up.
  }
  throw new Refusal('exchange-unfinished', { folder, waiting: '?', aside: '?' })
}

/**
 * Finishes an exchange that was stopped between its two names: the restored register gets the name, or the former one gets it back.
 * The refusal `exchange-unfinished` (values: `folder`, `waiting`, `aside`) names the folders where that cannot be done.
 */
export async function finishExchange(folder: string): Promise<void> {
  if (underway.has(folder)) return
  const meant = await meantFor(folder)
  if (meant === undefined) return
  const refusal = new Refusal('exchange-unfinished', { folder, waiting: basename(meant.waiting), aside: basename(meant.aside) })
  try {
    if (!(await exists(folder))) {
      const there = (await exists(meant.waiting)) ? meant.waiting : meant.aside
      await rename(there, folder)
    } else if (!(await exists(meant.aside))) {
      // Stopped before the first step: what waits is only a copy of a copy, and no erasure would ever reach it.
      await rm(meant.waiting, { recursive: true, force: true })
    }
    await flush(dirname(folder))
    await rm(exchangeFile(folder), { force: true })
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw refusal
  }
}

/** Registers that an exchange of this folder has left beside it, by name. */
export async function registersBeside(folder: string): Promise<readonly string[]> {
  const names = await readdir(dirname(folder)).catch(() => [])
  const ours = names.filter((name) => ['restored', 'replaced'].some((kind) => name.startsWith(`${basename(folder)}-${kind}-`)))
  const whole = await Promise.all(ours.map((name) => exists(join(dirname(folder), name, registerFile))))
  return ours.filter((_, index) => whole[index]).sort()
}
