import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { Choosers } from '../surroundings.ts'

/** The system's own dialogs: the path goes to the application, the page is only told its name. `null` when nothing was chosen. */
export const nativeChoosers: Choosers = {
  chooseFolder: () => choose({ properties: ['openDirectory', 'createDirectory'] }),
  choosePlan: () => choose({ properties: ['openFile'], filters: [{ name: 'PDF', extensions: ['pdf'] }] }),
}

async function choose(options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  return filePaths[0] ?? null
}
