import { accessSync, constants, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { type AcceptableTrouble, acceptableTroubles, isAcceptable, isTrouble } from '#domain/starts/safe-facts.ts'
import { type Composed, compose } from '../compose.ts'
import { readCertificates, readSmallText } from '../small-files.ts'
import { listOption, stringOption } from './arguments.ts'
import { type Call, type Given, Usage, unwrapped } from './command.ts'
import { Refused } from './refused.ts'
import { neededOption } from './values.ts'

/** Opens the register named on the command line for the time of one piece of work. */
export async function inRegister<Value>(given: Given, work: (call: Call, passphrase: string) => Promise<Value>): Promise<Value> {
  const folder = resolve(neededOption(given.options, 'register', 'DIR'))
  const house = await compose({ folder, language: given.terminal.language, trust: await trusted(given) })
  try {
    const call = callOf(house)
    const state = unwrapped(await call('register.status', {}))
    if (state.state === 'none') throw noRegister(folder)
    const accept = acceptedOf(given)
    const { trouble } = state
    if (trouble !== undefined && !accept.some((code) => code === trouble.code)) throw await withFacts(call, trouble)
    const passphrase = await passphraseOf(given)
    if (passphrase === '') throw new Refused({ code: 'wrong-passphrase', messageKey: 'register.error.wrong-passphrase' })
    const unlocked = await call('register.unlock', { ...userOf(given), passphrase, accept: [...accept] })
    if (!unlocked.ok) throw await withFacts(call, unlocked.error)
    const { lowSpace } = unwrapped(await call('register.examine', { trouble: null }))
    if (lowSpace !== null) given.terminal.complain(given.terminal.text('start.low-space', { size: Math.floor(lowSpace / 1_000_000) }))
    return await work(call, passphrase)
  } finally {
    await house.close()
  }
}

/** Whose passphrase it is: to be said where several people have one. */
export function userOf({ options }: Given): { readonly user?: string } {
  const user = stringOption(options, 'user')
  return user === undefined || user === '' ? {} : { user }
}

/** Troubles that the user has read and goes on in spite of, `--accept clock-behind`. */
function acceptedOf({ options }: Given): readonly AcceptableTrouble[] {
  return listOption(options, 'accept').map((code) => {
    if (isAcceptable(code)) return code
    throw new Usage('command.usage.accept', { code, known: acceptableTroubles.join(', ') })
  })
}

/** A register that does not open: what was looked at and found goes with the refusal. */
async function withFacts(call: Call, failure: Failure): Promise<Refused> {
  if (!isTrouble(failure.code)) return new Refused(failure)
  const { facts, reference } = unwrapped(await call('register.examine', { trouble: failure.code }))
  return new Refused({ ...failure, values: { ...failure.values, ...(reference === null ? {} : { reference }) }, safe: facts })
}

function noRegister(folder: string): Refused {
  const code = !existsSync(folder) ? 'folder-missing' : mayLookInto(folder) ? 'not-a-register' : 'not-readable'
  return new Refused({ code, messageKey: `register.error.${code}`, values: { folder } })
}

function mayLookInto(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A house without a register: enough to verify a file or print a schema. */
export async function withoutRegister<Value>(given: Given, work: (call: Call) => Promise<Value>): Promise<Value> {
  const house = await compose({ language: given.terminal.language, trust: await trusted(given) })
  try {
    return await work(callOf(house))
  } finally {
    await house.close()
  }
}

/** The certificates that the user vouches for. */
const trusted = ({ options }: Given): Promise<readonly string[]> =>
  Promise.all(listOption(options, 'trust').map(async (file) => unwrapped(await readCertificates(file))))

/** The command line calls the larger table of operations, through the same door as the window. */
export const callOf =
  ({ commands }: Composed): Call =>
  (name, input) =>
    commands.answer(name, input) as Promise<Result<never, Failure>>

/** The longest passphrase that a register takes. */
const longestPassphrase = 1000

/** The passphrase from the first line of the file named, or asked for where somebody can answer. */
export function passphraseOf(given: Given): Promise<string> {
  return passphraseFrom(given, 'passphrase-file', given.terminal.text('command.ask-passphrase'))
}

async function passphraseFrom(
  { options, terminal }: Given,
  option: 'passphrase-file' | 'new-passphrase-file',
  question: string,
): Promise<string> {
  const file = stringOption(options, option)
  if (file === undefined) {
    if (!terminal.isInteractive) throw new Usage('command.usage.needs', { option: `--${option} FILE` })
    return (await terminal.askPassphrase(`${question} `)).slice(0, longestPassphrase)
  }
  const [passphrase = ''] = unwrapped(await readSmallText(file)).split(/\r?\n/)
  if (passphrase !== '' && passphrase.length <= longestPassphrase) return passphrase
  const code = passphrase === '' ? 'passphrase-empty' : 'passphrase-too-long'
  throw new Refused({ code, messageKey: `failure.${code}`, values: { file, most: longestPassphrase } })
}

/** A new passphrase: whoever types it does so twice, since nothing shows what was typed. */
export async function newPassphraseOf(given: Given): Promise<string> {
  return twice(given, 'passphrase-file', await passphraseOf(given))
}

/** What one's own passphrase is to be from now on. */
export async function nextPassphraseOf(given: Given): Promise<string> {
  const question = given.terminal.text('command.ask-next-passphrase')
  return twice(given, 'new-passphrase-file', await passphraseFrom(given, 'new-passphrase-file', question))
}

/** The first passphrase of another user. */
export async function newPassphraseFor(given: Given, name: string): Promise<string> {
  const question = given.terminal.text('command.ask-passphrase-for', { name })
  return twice(given, 'new-passphrase-file', await passphraseFrom(given, 'new-passphrase-file', question))
}

async function twice(given: Given, option: 'passphrase-file' | 'new-passphrase-file', first: string): Promise<string> {
  const { options, terminal } = given
  if (stringOption(options, option) !== undefined) return first
  const second = await terminal.askPassphrase(`${terminal.text('command.ask-passphrase-again')} `)
  if (first === second) return first
  throw new Refused({ code: 'passphrases-differ', messageKey: 'failure.passphrases-differ' })
}
