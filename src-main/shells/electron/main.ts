import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import type { House } from '../bridge.ts'
import { languageOf } from '../language.ts'
import { launchMessages } from '../messages.ts'
import { wishIn } from '../wish.ts'
import { openWished } from '../wished-house.ts'
import { nativeChoosers } from './choosers.ts'
import { openDesktop, prepare } from './desktop.ts'
import { systemKeystore } from './keystore.ts'

const places = {
  renderer: new URL('../renderer/', import.meta.url),
  preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
}

/** The environment's language where it names one, else the system's. */
const language = () => languageOf({ LANG: app.getPreferredSystemLanguages()[0], ...process.env })

function openHouse(): Promise<House> {
  return openWished(wishIn(process.argv), { language: language(), choosers: nativeChoosers, keystore: systemKeystore })
}

async function start(): Promise<void> {
  await app.whenReady()
  openDesktop(await openHouse(), places)
}

/** The cause may name people or places, so a person gets a sentence of ours and no error text. */
function giveUp(): void {
  dialog.showErrorBox('Hemväg', launchMessages(language())('couldNotStart'))
  app.exit(1)
}

// One register, one window: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  prepare()
  start().catch(giveUp)
} else app.quit()
