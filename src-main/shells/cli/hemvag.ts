import { newIncident } from '../incidents.ts'
import { languageOf } from '../language.ts'
import { exitCodes } from './exit-codes.ts'
import { runCommandLine } from './run-command-line.ts'
import { processTerminal } from './terminal.ts'

// A reader that closes early (`| head`) is not a fault.
process.stdout.on('error', () => process.exit(exitCodes.good))
process.on('uncaughtException', (error) => {
  process.stderr.write(`hemvag: ${newIncident(error)}\n`)
  process.exit(exitCodes.refused)
})
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(languageOf(process.env)))
} catch (error) {
  // Before the messages could be read there is no sentence to say it with.
  process.stderr.write(`hemvag: ${newIncident(error)}\n`)
  process.exitCode = exitCodes.refused
}
