import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

/** Restores instead of the register in a folder, and is killed at the moment at which no folder has the register's name. */
const [from = '', folder = ''] = process.argv.slice(2)
const { rename } = promises
Object.assign(promises, {
  async rename(one: string, other: string) {
    if (basename(one).startsWith(`${basename(folder)}-restored-`)) process.kill(process.pid, 'SIGKILL')
    return rename(one, other)
  },
})
syncBuiltinESMExports()
const { restored } = await import('./backup.ts')
await restored({ from, into: folder, mode: 'instead' })
