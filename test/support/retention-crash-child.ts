import { sqliteEngine } from '#register/sqlite/engine.ts'
import { accepted, reopen } from './register-desk.ts'

/** Erases a signed list and dies without a word as soon as a step is done. */
const [folder = '', list = '', fatal = ''] = process.argv.slice(2)
const register = accepted(await reopen(folder, sqliteEngine))
accepted(
  await register.weeding.erase(list, (step, caseId) => {
    if ([step, caseId].filter((part) => part !== undefined).join(' ') === fatal) process.kill(process.pid, 'SIGKILL')
  }),
)
