import { strikingEngine } from './failing-engine.ts'
import { accepted, reopen } from './register-desk.ts'

/** Opens a register, and so migrates it, and is killed before the statement of a number. */
const [folder = '', at = '1'] = process.argv.slice(2)
const engine = strikingEngine(Number(at), () => process.kill(process.pid, 'SIGKILL'))
await accepted(await reopen(folder, engine)).close()
