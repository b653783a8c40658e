import { resolve } from 'node:path'
import type { Output } from '#contract/operations.ts'
import { newOperationId } from '../../incidents.ts'
import { stringOption } from '../arguments.ts'
import { type Call, type Command, type Given, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister, passphraseOf, userOf, withoutRegister } from '../open-house.ts'
import { failureLines } from '../print/failure.ts'
import { neededOption } from '../values.ts'

type Copy = Output<'backup.list'>['registers'][number]['copies'][number]

const copyLine = ({ name, at, size, cases, entries }: Copy, { terminal }: Given) =>
  terminal.text('command.backup.copy', { name, at, size: Math.ceil(size / 1000), cases, entries })

/** The id of the place with that folder, which is added when the register does not know it yet. */
async function placeOf(call: Call, folder: string): Promise<string> {
  const { places } = unwrapped(await call('backup.state', {}))
  const known = places.find((place) => place.folder === folder)
  return known?.id ?? unwrapped(await call('backup.add-place', { folder, operationId: newOperationId() })).placeId
}

export const backupCreate: Command = {
  name: 'backup create',
  takes: [],
  needs: ['[--place DIR]', '--register DIR', '[--passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const { text } = given.terminal
      const place = stringOption(given.options, 'place')
      const placeId = place === undefined ? null : await placeOf(call, resolve(place))
      const { attempts } = unwrapped(await call('backup.make', { placeId }))
      const failed = attempts.filter(({ failure }) => failure !== null)
      const good = attempts.length > 0 && failed.length === 0
      return {
        exit: good ? exitCodes.good : exitCodes.refused,
        json: { attempts },
        lines: attempts.flatMap(({ folder, copy }) => (copy === null ? [] : [folder, `  ${copyLine(copy, given)}`])),
        complaints: [
          ...(attempts.length === 0 ? [text('command.backup.no-place')] : []),
          ...failed.flatMap(({ failure }) => (failure === null ? [] : failureLines(failure, given.terminal))),
        ],
      }
    }),
}

export const backupVerify: Command = {
  name: 'backup verify',
  takes: ['FILE'],
  needs: ['[--user NAME]', '[--passphrase-file FILE]'],
  run: (given) =>
    withoutRegister(given, async (call) => {
      const file = resolve(given.words[0] ?? '')
      const proven = unwrapped(await call('backup.verify', { file, passphrase: await passphraseOf(given), ...userOf(given) }))
      const line = given.terminal.text('command.backup.proven', { pages: proven.pages })
      return { exit: exitCodes.good, json: proven, lines: [line, `  ${copyLine(proven, given)}`] }
    }),
}

export const backupList: Command = {
  name: 'backup list',
  takes: [],
  needs: ['--from DIR'],
  run: (given) =>
    withoutRegister(given, async (call) => {
      const folder = resolve(neededOption(given.options, 'from', 'DIR'))
      const { registers } = unwrapped(await call('backup.list', { folder }))
      const lines = registers.flatMap((each) => [each.folder, ...each.copies.map((copy) => `  ${copyLine(copy, given)}`)])
      return { exit: exitCodes.good, json: { registers }, lines: lines.length === 0 ? [given.terminal.text('command.backup.none')] : lines }
    }),
}
