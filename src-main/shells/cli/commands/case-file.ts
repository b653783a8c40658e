import { newOperationId } from '../../incidents.ts'
import { type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { caseListLines } from '../print/case-list.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

export const caseImport: Command = {
  name: 'case import',
  takes: ['FILE'],
  needs: register,
  run: (given) =>
    inRegister(given, async (call) => {
      const imported = unwrapped(await call('case.import', { file: given.words[0] ?? '', operationId: newOperationId() }))
      return { exit: exitCodes.good, json: imported, lines: [given.terminal.text('command.case.imported', imported)] }
    }),
}

export const caseList: Command = {
  name: 'case list',
  takes: [],
  needs: [...register, '[--on DATE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const on = given.options['on']
      const { cases } = unwrapped(await call('case.list', typeof on === 'string' ? { on } : {}))
      return { exit: exitCodes.good, json: cases, lines: caseListLines(cases, given.terminal) }
    }),
}

export const caseExport: Command = {
  name: 'case export',
  takes: ['REF'],
  needs: register,
  run: (given) =>
    inRegister(given, async (call) => {
      const { text } = unwrapped(await call('case.export', { reference: given.words[0] ?? '' }))
      return { exit: exitCodes.good, json: JSON.parse(text), lines: [text.trimEnd()] }
    }),
}
