import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Everybody's own search index and what lies beside it; each is made anew from the cases whenever it is missing. */
const indexFiles = /^search(-.+)?\.db(-wal|-shm|-journal)?$/

/** An index holds words of every case beside each other: it goes whole, everybody's, and is built again without the erased ones. */
export async function forgetInSearch(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => indexFiles.test(file))
  for (const file of files) await rm(join(folder, file), { force: true })
}
