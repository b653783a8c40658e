import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { inFolder, newRegister } from '../support/register-desk.ts'

const writer = fileURLToPath(new URL('../support/flush-child.ts', import.meta.url))
const flushed = /\b(?:fsync|fdatasync)\(\d+<([^>]*)>/

/** Which files were flushed to the disk before each acknowledgement, as the kernel saw it. */
function flushesBefore(trace: string): { said: string; files: string[] }[] {
  const steps: { said: string; files: string[] }[] = []
  let files: string[] = []
  for (const line of trace.split('\n')) {
    const file = flushed.exec(line)?.[1]
    if (file !== undefined) files.push(file.slice(file.lastIndexOf('/') + 1))
    const said = /\bwrite\(1<[^>]*>, "(\w+)\\n"/.exec(line)?.[1]
    if (said === undefined) continue
    steps.push({ said, files })
    files = []
  }
  return steps
}

// Killing a program cannot show what a power cut does: what the disk was told to keep can.
it('nothing is acknowledged before the disk was told to keep it: one flush for each commit, two where a case gets its key', () =>
  inFolder(async (place) => {
    const folder = join(place, 'register')
    await (await newRegister(folder, sqliteEngine)).close()
    const trace = join(place, 'trace')
    const words = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-o', trace, process.execPath, writer, folder]
    expect(spawnSync('strace', words, { encoding: 'utf8' }).stderr).toBe('')
    const [opened, ...steps] = flushesBefore(readFileSync(trace, 'utf8'))
    expect(opened?.said).toBe('opened')
    expect(opened?.files).toContain('register.db-wal')
    expect(steps).toHaveLength(12)
    for (const { said, files } of steps) {
      // The first commit after opening also flushes the head of a new write-ahead log, and the folder that names it.
      const expected = said === 'inserted' ? ['keyring.db-wal', 'register.db-wal'] : ['register.db-wal']
      expect([...new Set(files.filter((file) => file !== 'register'))], said).toEqual(expected)
    }
    expect(steps.slice(3).map(({ said, files }) => [said, files.length])).toEqual(
      steps.slice(3).map(({ said }) => [said, said === 'inserted' ? 2 : 1]),
    )
  }))
