import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exchangeFile } from '#register/folder.ts'

/** Whether a register lies in a folder, or is to. Either file is enough: what is missing of the others, or of an exchange that was stopped, is the register's to name. */
export const holdsRegister = (folder: string): boolean =>
  ['register.db', 'keys.json'].some((file) => existsSync(join(folder, file))) || existsSync(exchangeFile(folder))
