import { readFile } from 'node:fs/promises'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { type Composed, compose } from '../compose.ts'
import { listOption, stringOption } from './arguments.ts'
import { type Call, type Given, Refused, Usage, unwrapped } from './command.ts'

/** Opens the register named on the command line for the time of one piece of work. */
export async function inRegister<Value>(given: Given, work: (call: Call) => Promise<Value>): Promise<Value> {
  const folder = stringOption(given.options, 'register')
  if (folder === undefined) throw new Usage('command.usage.needs', { option: '--register DIR' })
  const house = await compose({ folder, language: given.terminal.language })
  try {
    const call = callOf(house)
    const state = unwrapped(await call('register.status', {}))
    if (state.state === 'none')
      throw new Refused({ code: 'not-a-register', messageKey: 'register.error.not-a-register', values: { folder } })
    unwrapped(await call('register.unlock', { passphrase: await passphraseOf(given) }))
    return await work(call)
  } finally {
    await house.close()
  }
}

/** A house without a register: enough to verify a file or print a schema. */
export async function withoutRegister<Value>(given: Given, work: (call: Call) => Promise<Value>): Promise<Value> {
  const trusted = listOption(given.options, 'trust')
  const house = await compose({ language: given.terminal.language, trust: await Promise.all(trusted.map(readText)) })
  try {
    return await work(callOf(house))
  } finally {
    await house.close()
  }
}

/** The command line calls the larger table of operations, through the same door as the window. */
export const callOf =
  ({ commands }: Composed): Call =>
  (name, input) =>
    commands.answer(name, input) as Promise<Result<never, Failure>>

/** The passphrase from the file named, without its line end, or asked for where somebody can answer. */
export async function passphraseOf({ options, terminal }: Given): Promise<string> {
  const file = stringOption(options, 'passphrase-file')
  if (file !== undefined) return (await readText(file)).replace(/\r?\n$/, '')
  if (!terminal.isInteractive) throw new Usage('command.usage.needs', { option: '--passphrase-file FILE' })
  return terminal.askPassphrase(`${terminal.text('command.ask-passphrase')} `)
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Refused({ code: 'file-unreadable', messageKey: 'failure.file-unreadable', values: { file } })
  }
}
