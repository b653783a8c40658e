import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The search index, made anew from the cases whenever it is missing. */
const searchFile = 'search.db'

/** An index holds words of every case beside each other: it goes whole, and is built again without the erased ones. */
export async function forgetInSearch(folder: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(join(folder, `${searchFile}${ending}`), { force: true })
}
