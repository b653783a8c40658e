import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { notSearchedYet } from '../search/search.ts'
import type { Session } from '../session.ts'

/** Everybody's own search index and what lies beside it; each is made anew from the cases whenever it is missing. */
const indexFiles = /^search(-.+)?\.db(-wal|-shm|-journal)?$/

/** An index holds words of every case beside each other: it goes whole, everybody's, and is built again without the erased ones. */
export async function forgetInSearch({ folder, searching }: Session): Promise<void> {
  await searching.file?.destroy()
  Object.assign(searching, notSearchedYet())
  const files = (await readdir(folder)).filter((file) => indexFiles.test(file))
  for (const file of files) await rm(join(folder, file), { force: true })
}
