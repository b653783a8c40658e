/** Part of the build: a damaged catalogue stops it, with every fault named by file and place for whoever changed it. */
import { loadCatalogue } from './load.ts'
import { translator } from './messages.ts'

const read = loadCatalogue(new URL('../../resources/catalogue/', import.meta.url))
if (!read.ok) {
  const [sv, en] = [translator('sv'), translator('en')]
  for (const { messageKey, values } of read.error) process.stderr.write(`${sv(messageKey, values)}\n${en(messageKey, values)}\n`)
  process.exitCode = 1
}
