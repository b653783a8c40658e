import type { VerdictView } from '#contract/plans.ts'
import { stringOption } from '../arguments.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { inRegister, withoutRegister } from '../open-house.ts'
import { failureLines } from '../print/failure.ts'
import { verdictLines } from '../print/verdict.ts'

export const verify: Command = {
  name: 'verify',
  takes: ['FILE'],
  manyLast: true,
  needs: ['[--trust PEM]', '[--register DIR]'],
  run(given) {
    const opened = stringOption(given.options, 'register') === undefined ? withoutRegister : inRegister
    return opened(given, async (call) => {
      const checked: { readonly exit: ExitCode; readonly json: unknown; readonly lines: readonly string[] }[] = []
      for (const file of given.words) checked.push(await verifyOne(call, file, given.terminal))
      return {
        exit: checked.map((each) => each.exit).reduce((worst, exit) => (exit > worst ? exit : worst), exitCodes.good),
        json: checked.map((each) => each.json),
        lines: checked.flatMap((each) => each.lines),
      }
    })
  },
}

async function verifyOne(call: Call, file: string, terminal: Parameters<typeof verdictLines>[1]) {
  const verdict = await call('plan.verify', { file })
  if (verdict.ok) return { exit: exitOf(verdict.value), json: verdict.value, lines: verdictLines(verdict.value, terminal) }
  if (verdict.error.code === 'incident') throw new Refused(verdict.error)
  return { exit: exitCodes.refused, json: { file, error: verdict.error }, lines: failureLines(verdict.error, terminal) }
}

export function exitOf({ verdict }: VerdictView): ExitCode {
  if (verdict === 'intact-trusted') return exitCodes.good
  return verdict === 'intact-unknown-signer' ? exitCodes.unknownSigner : exitCodes.notTrusted
}
