import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { type Composed, compose, openDemonstration } from '../compose.ts'
import { openDesktop, prepare } from './desktop.ts'

const places = {
  renderer: new URL('../renderer/', import.meta.url),
  preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
}

const openApplication = (): Promise<Composed> =>
  process.argv.includes('--demonstration') ? openDemonstration() : compose({ folder: join(app.getPath('userData'), 'register') })

async function start(): Promise<void> {
  await app.whenReady()
  const { application } = await openApplication()
  openDesktop(application, places)
}

// One register, one window: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  prepare()
  start().catch((problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : 'Hemväg could not start'}\n`)
    app.exit(1)
  })
} else app.quit()
