import type { VerdictView } from '#contract/plans.ts'
import { stringOption } from '../arguments.ts'
import type { Call, Command, Outcome } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { inRegister, withoutRegister } from '../open-house.ts'
import { failureLines } from '../print/failure.ts'
import { verdictLines } from '../print/verdict.ts'
import { Refused } from '../refused.ts'
import type { Terminal } from '../terminal.ts'

export const verify: Command = {
  name: 'verify',
  takes: ['FILE'],
  manyLast: true,
  needs: ['[--trust PEM]', '[--register DIR]', '[--passphrase-file FILE]'],
  run(given) {
    const opened = stringOption(given.options, 'register') === undefined ? withoutRegister : inRegister
    return opened(given, async (call) => {
      const checked: Outcome[] = []
      for (const file of given.words) checked.push(await verifyOne(call, file, given.terminal))
      return {
        exit: checked.map((each) => each.exit).reduce((worst, exit) => (exit > worst ? exit : worst), exitCodes.good),
        json: checked.map((each) => each.json),
        lines: checked.flatMap((each) => each.lines),
        complaints: checked.flatMap((each) => each.complaints ?? []),
      }
    })
  },
}

async function verifyOne(call: Call, file: string, terminal: Terminal): Promise<Outcome> {
  const verdict = await call('plan.verify', { file })
  if (verdict.ok) return { exit: exitOf(verdict.value), json: verdict.value, lines: verdictLines(verdict.value, terminal) }
  if (verdict.error.code === 'incident') throw new Refused(verdict.error)
  const complaints = failureLines(verdict.error, terminal)
  return { exit: exitCodes.refused, json: { file, error: { ...verdict.error, message: complaints.join('\n') } }, lines: [], complaints }
}

function exitOf({ verdict }: VerdictView): ExitCode {
  if (verdict === 'intact-trusted') return exitCodes.good
  return verdict === 'intact-unknown-signer' ? exitCodes.unknownSigner : exitCodes.notTrusted
}
