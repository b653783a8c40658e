import { newOperationId } from '../../incidents.ts'
import { flag, listOption, stringOption } from '../arguments.ts'
import { type Call, type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { consequenceLines, decisionLines, erasedLines, type KeptBeside, keptLines, retentionLines, stateLines } from '../print/retention.ts'
import { Refused } from '../refused.ts'
import { neededOption, onDay } from '../values.ts'

const where = ['--register DIR', '[--passphrase-file FILE]']

export const retentionList: Command = {
  name: 'retention list',
  takes: [],
  needs: ['[--on DATE]', ...where],
  run: (given) =>
    inRegister(given, async (call) => {
      const found = unwrapped(await call('retention.list', onDay(given.options)))
      return { exit: exitCodes.good, json: found, lines: retentionLines(found, given.terminal) }
    }),
}

export const retentionDecide: Command = {
  name: 'retention decide',
  takes: [],
  needs: ['--text TEXT', '--years N', '--from birth|last-entry|closure', '--by NAME', '--on DATE', ...where],
  run(given) {
    const { options } = given
    const text = neededOption(options, 'text', 'TEXT')
    const years = Number(neededOption(options, 'years', 'N'))
    const from = startOf(neededOption(options, 'from', 'birth|last-entry|closure'))
    const decidedBy = neededOption(options, 'by', 'NAME')
    const { on: decidedOn } = onDay(options)
    if (decidedOn === undefined) throw new Usage('command.usage.needs', { option: '--on DATE' })
    if (!Number.isInteger(years) || years < 1 || years > 200) throw new Usage('command.usage.years', { years: String(options['years']) })
    return inRegister(given, async (call) => {
      const decision = { text, years, from, decidedBy, decidedOn }
      unwrapped(await call('retention.decide', { decision, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: decision, lines: decisionLines(decision, given.terminal) }
    })
  },
}

function startOf(given: string): 'birth' | 'last-entry' | 'closure' {
  if (given === 'birth' || given === 'last-entry' || given === 'closure') return given
  throw new Usage('command.usage.from', { from: given })
}

/** `HV-2020-0003=reason`, as often as there are cases to leave out. */
function leftOut({ options }: Given): { reference: string; reason: string }[] {
  return listOption(options, 'leave-out').map((given) => {
    const [, reference, reason] = /^([^=]+)=(.+)$/s.exec(given) ?? []
    if (reference === undefined || reason === undefined) throw new Usage('command.usage.leave-out', { given })
    return { reference: caseReference(reference), reason }
  })
}

function caseReference(given: string): string {
  const reference = given.trim().toUpperCase()
  if (!/^[A-Z]{2,4}-\d{4}-\d{4}$/.test(reference)) throw new Usage('command.usage.reference', { reference: given })
  return reference
}

const casesOf = (given: Given): string[] => neededOption(given.options, 'cases', 'REF,REF').split(',').map(caseReference)

async function signed(call: Call, given: Given, cases: string[]) {
  const reason = neededOption(given.options, 'reason', 'TEXT')
  return unwrapped(await call('retention.sign', { cases, leaveOut: leftOut(given), reason, operationId: newOperationId() }))
}

export const retentionSign: Command = {
  name: 'retention sign',
  takes: [],
  needs: ['--cases REF,REF', '--reason TEXT', '[--leave-out REF=REASON]', ...where],
  run(given) {
    const cases = casesOf(given)
    neededOption(given.options, 'reason', 'TEXT')
    leftOut(given)
    return inRegister(given, async (call) => {
      const list = await signed(call, given, cases)
      const { text } = given.terminal
      const lines = [text('command.retention.signed', { list: list.list, n: list.cases.length, digest: list.digest })]
      return { exit: exitCodes.good, json: list, lines: [...lines, text('command.retention.erase-next', { list: list.list })] }
    })
  },
}

/** Without `--yes` it says what would happen and does nothing. */
export const retentionErase: Command = {
  name: 'retention erase',
  takes: [],
  needs: ['(--list LIST-ID | --cases REF,REF --reason TEXT [--leave-out REF=REASON])', '--yes', ...where],
  run(given) {
    const { options, terminal } = given
    const list = stringOption(options, 'list')
    const cases = list === undefined ? casesOf(given) : []
    if (list === undefined) neededOption(options, 'reason', 'TEXT')
    leftOut(given)
    return inRegister(given, async (call) => {
      const named = list === undefined ? [...new Set(cases)] : await casesOn(call, list)
      if (!flag(options, 'yes')) {
        const kept = await keptBeside(call, given, named)
        for (const line of [...consequenceLines(named, terminal), ...keptLines(kept, terminal)]) terminal.complain(line)
        throw new Refused({ code: 'erase-unconfirmed', messageKey: 'failure.erase-unconfirmed', values: { cases: named.length } })
      }
      const id = list ?? (await signed(call, given, cases)).list
      const erased = unwrapped(await call('retention.erase', { list: id, confirm: named.length }))
      return { exit: exitCodes.good, json: erased, lines: [...consequenceLines(named, terminal), ...erasedLines(erased, terminal)] }
    })
  },
}

/** What an erasure does not touch, and why: left out by the one who asks, or by its rule. */
async function keptBeside(call: Call, given: Given, named: readonly string[]): Promise<KeptBeside> {
  const { cases, closed } = unwrapped(await call('retention.list', {}))
  const reasons = new Map(leftOut(given).map(({ reference, reason }) => [reference, reason]))
  return { kept: cases.filter(({ reference }) => !named.includes(reference)), reasons, closed }
}

/** The cases of a signed list, erased already or not. */
async function casesOn(call: Call, list: string): Promise<readonly string[]> {
  const { waiting, erasures } = unwrapped(await call('erasure.state', {}))
  const named =
    waiting.find((each) => each.list === list)?.cases ?? erasures.filter((each) => each.list === list).map((each) => each.reference)
  if (named.length > 0) return named
  throw new Refused({ code: 'weeding-list-invalid', messageKey: 'register.error.weeding-list-invalid', values: { list } })
}

export const retentionState: Command = {
  name: 'retention state',
  takes: [],
  needs: where,
  run: (given) =>
    inRegister(given, async (call) => {
      const state = unwrapped(await call('erasure.state', {}))
      return { exit: exitCodes.good, json: state, lines: stateLines(state, given.terminal) }
    }),
}
