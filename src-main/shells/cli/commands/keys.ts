import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sameName } from '#domain/user-name.ts'
import { compose } from '../../compose.ts'
import { newOperationId } from '../../incidents.ts'
import { readSmallText } from '../../small-files.ts'
import { stringOption } from '../arguments.ts'
import { type Call, type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { callOf, inRegister, nextPassphraseOf } from '../open-house.ts'
import { type RecoveryPrint, recoveryLines, recoveryPage } from '../print/recovery-page.ts'
import { Refused } from '../refused.ts'
import { neededOption } from '../values.ts'

export const registerPassphrase: Command = {
  name: 'register passphrase',
  takes: [],
  needs: ['--register DIR', '[--passphrase-file FILE]', '[--new-passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call, current) => {
      const next = await nextPassphraseOf(given)
      unwrapped(await call('passphrase.change', { current, next, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: {}, lines: [given.terminal.text('command.register.passphrase-changed')] }
    }),
}

/** Writes the page where the user asked for it and nowhere else; a file that is there is never replaced. */
async function writePage(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new Refused({ code: 'file', messageKey: exists ? 'failure.file-exists' : 'failure.print-not-written', values: { file } })
  }
}

export const registerRecoveryKey: Command = {
  name: 'register recovery-key',
  takes: [],
  needs: ['[--print FILE]', '--register DIR', '[--passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const { terminal, options } = given
      const { registerId } = unwrapped(await call('register.info', {}))
      const print: RecoveryPrint = { ...unwrapped(await call('recovery-key.draw', {})), registerId }
      const wanted = stringOption(options, 'print')
      const file = wanted === undefined ? undefined : resolve(wanted)
      // On paper first: words that open the register and stand nowhere would help nobody.
      if (file !== undefined) await writePage(file, recoveryPage(print, terminal))
      unwrapped(await call('recovery-key.keep', { code: print.code, operationId: newOperationId() }))
      if (file !== undefined)
        return { exit: exitCodes.good, json: { file }, lines: [terminal.text('command.register.recovery-printed', { file })] }
      const lines = [
        ...recoveryLines(print, terminal),
        '',
        terminal.text('recovery.print.keep'),
        terminal.text('command.register.recovery-once'),
      ]
      return { exit: exitCodes.good, json: { words: print.words, code: print.code }, lines }
    }),
}

/** The words from the file named, or asked for where somebody can answer. */
export async function recoveryWordsOf({ options, terminal }: Given): Promise<string> {
  const file = stringOption(options, 'recovery-key-file')
  if (file !== undefined) return unwrapped(await readSmallText(file)).slice(0, longestWords)
  if (!terminal.isInteractive) throw new Usage('command.usage.needs', { option: '--recovery-key-file FILE' })
  return (await terminal.askPassphrase(`${terminal.text('command.ask-recovery-words')} `)).slice(0, longestWords)
}

const longestWords = 1000

async function accountOf(call: Call, words: string, user: string | undefined) {
  const { accounts } = unwrapped(await call('recovery.accounts', { words }))
  const [only, other] = accounts
  const found = user === undefined ? (other === undefined ? only : undefined) : accounts.find(({ name }) => sameName(name, user))
  if (found !== undefined) return found
  const known = accounts.map(({ name }) => name).join(', ')
  throw new Refused({ code: 'no-such-user', messageKey: 'failure.no-such-user', values: { name: user ?? '', known } })
}

export const registerRecover: Command = {
  name: 'register recover',
  takes: [],
  needs: ['[--recovery-key-file FILE]', '--register DIR', '[--new-passphrase-file FILE]'],
  async run(given) {
    const { options, terminal } = given
    const folder = resolve(neededOption(options, 'register', 'DIR'))
    const house = await compose({ folder, language: terminal.language })
    try {
      const call = callOf(house)
      const words = await recoveryWordsOf(given)
      const { id: personId, name } = await accountOf(call, words, stringOption(options, 'user'))
      const passphrase = await nextPassphraseOf(given)
      unwrapped(await call('recovery.set-passphrase', { words, personId, passphrase, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { name }, lines: [terminal.text('command.register.recovered', { name })] }
    } finally {
      await house.close()
    }
  },
}
