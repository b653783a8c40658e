import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { type Composed, compose, openDemonstration } from '../compose.ts'
import { languageOf } from '../language.ts'
import { launchMessages } from '../messages.ts'
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

/** The cause may name people or places, so a person gets a sentence of ours and no error text. */
function giveUp(): void {
  dialog.showErrorBox('Hemväg', launchMessages(languageOf(process.env))('couldNotStart'))
  app.exit(1)
}

// One register, one window: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  prepare()
  start().catch(giveUp)
} else app.quit()
