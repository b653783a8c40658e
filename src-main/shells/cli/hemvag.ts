import { languageOf } from '../language.ts'
import { runCommandLine } from './run-command-line.ts'
import { processTerminal } from './terminal.ts'

const terminal = processTerminal(languageOf(process.env))
// A reader that closes early (`| head`) is not a fault.
process.stdout.on('error', () => process.exit(0))
process.exitCode = await runCommandLine(process.argv.slice(2), terminal)
