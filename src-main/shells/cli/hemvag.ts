import { newIncident } from '../incidents.ts'
import { languageOf } from '../language.ts'
import { exitCodes } from './exit-codes.ts'
import { runCommandLine } from './run-command-line.ts'
import { processTerminal } from './terminal.ts'

process.on('uncaughtException', (error) => {
  process.stderr.write(`hemvag: ${newIncident(error)}\n`)
  process.exit(exitCodes.refused)
})
try {
  const terminal = processTerminal(languageOf(process.env))
  const exit = await runCommandLine(process.argv.slice(2), terminal)
  const reason = await terminal.lost()
  if (reason !== undefined) terminal.complain(terminal.text('failure.output-lost', { reason }))
  process.exitCode = reason === undefined ? exit : exitCodes.refused
} catch (error) {
  // Before the messages could be read there is no sentence to say it with.
  process.stderr.write(`hemvag: ${newIncident(error)}\n`)
  process.exitCode = exitCodes.refused
}
