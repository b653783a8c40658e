import type { Failure } from '#contract/operations.ts'
import { DemonstrationRefused } from '../demonstration.ts'
import { newIncident } from '../incidents.ts'
import { version } from '../version.ts'
import { flag, readArguments, strayOption } from './arguments.ts'
import { type Command, type Outcome, Usage } from './command.ts'
import { commands } from './commands.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { failureLines } from './print/failure.ts'
import { helpLines } from './print/help.ts'
import { Refused } from './refused.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line and answers with its exit code. Nothing that happens inside reaches the user as a stack. */
export async function runCommandLine(given: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(given)
  if (!read.ok) return usage(read.error.key, read.error.values, given.includes('--json'), terminal)
  const { words, options } = read.value
  const json = flag(options, 'json')
  if (flag(options, 'version')) return say({ exit: exitCodes.good, json: { version }, lines: [`hemvag ${version}`] }, json, terminal)
  if (words[0] === 'help') return help(words.slice(1), terminal, json)
  if (flag(options, 'help')) return help(words, terminal, json)
  if (words.length === 0) return nothingAsked(terminal, json)
  const command = commands.find((each) => each.name === words.slice(0, each.name.split(' ').length).join(' '))
  if (command === undefined) return unknown(words, json, terminal)
  const rest = words.slice(command.name.split(' ').length)
  const wrong = countProblem(command, rest)
  if (wrong !== undefined) return usage(wrong.key, wrong.values, json, terminal)
  const stray = strayOption(options, command.needs)
  if (stray !== undefined) return usage('command.usage.stray', { command: command.name, option: `--${stray}` }, json, terminal)
  try {
    const outcome = await command.run({ words: rest, options, terminal })
    if (command.isOutput === true && terminal.isDeaf === true)
      return refuse({ code: 'output-lost', messageKey: 'failure.output-lost', values: { reason: 'EBADF' } }, false, terminal)
    return say(outcome, json, terminal)
  } catch (error) {
    if (error instanceof Usage) return usage(error.key, error.values, json, terminal)
    const isExpected = error instanceof Refused || error instanceof DemonstrationRefused
    return refuse(isExpected ? error.failure : unexpected(error), json, terminal)
  }
}

/** `case` alone is the beginning of several commands; anything else is none. */
function unknown(words: readonly string[], json: boolean, terminal: Terminal): ExitCode {
  const known = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  const command = words.slice(0, 2).join(' ')
  return known.length === 0
    ? usage('command.usage.unknown', { command }, json, terminal)
    : usage('command.usage.incomplete', { command, known: known.join(', ') }, json, terminal)
}

function countProblem(
  { takes, manyLast, name }: Command,
  rest: readonly string[],
): { key: string; values: Record<string, string> } | undefined {
  const missing = takes[rest.length]
  if (missing !== undefined) return { key: 'command.usage.missing', values: { command: name, word: missing } }
  return rest.length > takes.length && manyLast !== true ? { key: 'command.usage.too-many', values: { command: name } } : undefined
}

const unexpected = (error: unknown): Failure => ({ code: 'incident', messageKey: 'failure.incident', values: { id: newIncident(error) } })

function say({ exit, json: value, lines, complaints = [] }: Outcome, json: boolean, terminal: Terminal): ExitCode {
  if (json) terminal.say(JSON.stringify({ ok: exit === exitCodes.good, value }, null, 2))
  else {
    for (const line of lines) terminal.say(line)
    for (const line of complaints) terminal.complain(line)
  }
  return exit
}

function refuse(failure: Failure, json: boolean, terminal: Terminal): ExitCode {
  const lines = failureLines(failure, terminal)
  if (json) terminal.say(JSON.stringify({ ok: false, error: { ...failure, message: lines.join('\n') } }, null, 2))
  else for (const line of lines) terminal.complain(line)
  return exitCodes.refused
}

function usage(key: string, values: Readonly<Record<string, string>>, json: boolean, terminal: Terminal): ExitCode {
  const message = terminal.text(key, values)
  if (json) terminal.say(JSON.stringify({ ok: false, error: { code: 'usage', message } }, null, 2))
  else for (const line of [message, terminal.text('command.usage.see-help')]) terminal.complain(line)
  return exitCodes.usage
}

/** Without a command there is nothing to do: how to ask for one is said where complaints are. */
function nothingAsked(terminal: Terminal, json: boolean): ExitCode {
  const lines = helpLines([], terminal)
  if (json) terminal.say(JSON.stringify({ ok: false, error: { code: 'usage', message: lines.join('\n') } }, null, 2))
  else for (const line of lines) terminal.complain(line)
  return exitCodes.usage
}

function help(words: readonly string[], terminal: Terminal, json: boolean): ExitCode {
  const lines = helpLines(words, terminal)
  if (json) terminal.say(JSON.stringify({ ok: true, value: { help: lines.join('\n') } }, null, 2))
  else for (const line of lines) terminal.say(line)
  return exitCodes.good
}
