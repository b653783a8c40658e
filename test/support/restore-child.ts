import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { contentOf, restored } from './backup.ts'
import { accepted, reopen } from './register-desk.ts'

/** Restores as another user of another machine would: knows the copies, the passphrase and a folder of its own. Says what it found. */
const [from = '', home = ''] = process.argv.slice(2)
process.env['HOME'] = home
mkdirSync(join(home, 'Hemväg'), { recursive: true })
const into = join(home, 'Hemväg', 'register')
const { copy } = accepted(await restored({ from, into, mode: 'beside' }))
const register = accepted(await reopen(into, sqliteEngine))
const content = await contentOf(register)
const { intact } = accepted(await register.verifyJournal())
await register.close()
process.stdout.write(JSON.stringify({ user: process.getuid?.(), copy, intact, content }))
