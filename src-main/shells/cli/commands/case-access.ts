import type { Output } from '#contract/operations.ts'
import { newOperationId } from '../../incidents.ts'
import { flag, type Options, stringOption } from '../arguments.ts'
import { type Call, type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { tableLines } from '../print/table.ts'
import type { Terminal } from '../terminal.ts'
import { neededOption, referenceOf } from '../values.ts'
import { userNamed } from './users.ts'

const opened = ['--register DIR', '[--passphrase-file FILE]']

type Access = Output<'access.show'>

function accessLines({ holders, protectedIdentity, breaks }: Access, { text }: Terminal): readonly string[] {
  const rows = holders.map(({ name, standing, since, grantedBy }) => [
    name,
    text(`access.standing.${standing}`),
    text('command.access.since', { date: since.slice(0, 10), by: grantedBy }),
  ])
  return [
    ...tableLines(rows),
    ...(protectedIdentity ? [text('access.protected')] : []),
    ...breaks.map(({ name, at, reason }) => text('command.access.broken', { name, date: at.slice(0, 10), reason })),
  ]
}

function standingIn(options: Options): 'owner' | 'reader' {
  const word = stringOption(options, 'as') ?? 'reader'
  if (word !== 'owner' && word !== 'reader') throw new Usage('command.usage.as', { word })
  return word
}

async function shown(call: Call, reference: string): Promise<Access> {
  return unwrapped(await call('access.show', { reference }))
}

export const caseAccess: Command = {
  name: 'case access',
  takes: ['REF'],
  needs: ['[--grant NAME [--as owner|reader]]', '[--withdraw NAME]', '[--acknowledge]', ...opened],
  run(given) {
    const reference = referenceOf(given)
    const { options, terminal } = given
    const granted = stringOption(options, 'grant')
    const withdrawn = stringOption(options, 'withdraw')
    const standing = standingIn(options)
    return inRegister(given, async (call) => {
      if (granted !== undefined) {
        const { id: person } = userNamed(unwrapped(await call('users.list', {})).users, granted)
        unwrapped(await call('access.grant', { reference, person, standing, operationId: newOperationId() }))
      }
      if (withdrawn !== undefined) {
        const { person, self } = userNamed((await shown(call, reference)).holders, withdrawn)
        unwrapped(await call('access.withdraw', { reference, person, operationId: newOperationId() }))
        if (self)
          return { exit: exitCodes.good, json: { reference }, lines: [terminal.text('command.access.own-withdrawn', { reference })] }
      }
      if (flag(options, 'acknowledge')) unwrapped(await call('glass.acknowledge', { reference, operationId: newOperationId() }))
      const access = await shown(call, reference)
      return { exit: exitCodes.good, json: access, lines: accessLines(access, terminal) }
    })
  },
}

export const caseBreakGlass: Command = {
  name: 'case break-glass',
  takes: ['REF'],
  needs: ['--reason TEXT', ...opened],
  run(given) {
    const reference = referenceOf(given)
    const reason = neededOption(given.options, 'reason', 'TEXT')
    return inRegister(given, async (call) => {
      unwrapped(await call('glass.break', { reference, reason, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { reference }, lines: [given.terminal.text('command.access.glass-broken', { reference })] }
    })
  },
}
