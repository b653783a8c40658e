import { newOperationId } from '../../incidents.ts'
import type { Options } from '../arguments.ts'
import { type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { dayOption, neededOption, referenceOf } from '../values.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

/** Whether the money lasts for the whole period is said, never taken for granted. */
function wholePeriod(options: Options): boolean {
  const word = neededOption(options, 'whole-period', 'yes|no')
  if (word !== 'yes' && word !== 'no') throw new Usage('command.usage.whole-period', { word })
  return word === 'yes'
}

function safeguard(options: Options): string {
  const word = neededOption(options, 'safeguard', 'G14').toUpperCase()
  if (!/^G\d{2}$/.test(word)) throw new Usage('command.usage.safeguard', { word })
  return word
}

const made = (given: Given, key: string, json: { readonly version: number }, values: Readonly<Record<string, string>>) => ({
  exit: exitCodes.good,
  json,
  lines: [given.terminal.text(key, { ...values, version: json.version })],
})

export const caseApproveBudget: Command = {
  name: 'case approve-budget',
  takes: ['REF'],
  needs: ['--whole-period yes|no', ...register],
  run(given) {
    const reference = referenceOf(given)
    const fundedForWholePeriod = wholePeriod(given.options)
    return inRegister(given, async (call) => {
      const { version } = unwrapped(await call('case.about', { reference }))
      const asked = { reference, version, fundedForWholePeriod, operationId: newOperationId() }
      return made(given, 'command.decision.budget-approved', unwrapped(await call('budget.approve', asked)), { reference })
    })
  },
}

export const caseSetAside: Command = {
  name: 'case set-aside',
  takes: ['REF'],
  needs: ['--safeguard G14', '--reason TEXT', '[--until DATE]', ...register],
  run(given) {
    const reference = referenceOf(given)
    const gate = safeguard(given.options)
    const reason = neededOption(given.options, 'reason', 'TEXT')
    const until = dayOption(given.options, 'until')
    return inRegister(given, async (call) => {
      const { version } = unwrapped(await call('case.about', { reference }))
      const asked = { reference, version, gate, reason, ...(until === undefined ? {} : { until }), operationId: newOperationId() }
      return made(given, 'command.decision.set-aside', unwrapped(await call('safeguard.set-aside', asked)), { reference, gate })
    })
  },
}

export const caseRestoreSafeguard: Command = {
  name: 'case restore-safeguard',
  takes: ['REF'],
  needs: ['--safeguard G14', '--reason TEXT', ...register],
  run(given) {
    const reference = referenceOf(given)
    const gate = safeguard(given.options)
    const reason = neededOption(given.options, 'reason', 'TEXT')
    return inRegister(given, async (call) => {
      const { version } = unwrapped(await call('case.about', { reference }))
      const asked = { reference, version, gate, reason, operationId: newOperationId() }
      return made(given, 'command.decision.restored', unwrapped(await call('safeguard.restore', asked)), { reference, gate })
    })
  },
}
