import { newOperationId } from '../../incidents.ts'
import { type Call, type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { caseListLines } from '../print/case-list.ts'
import { onDay, referenceOf } from '../values.ts'

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

/** References of every case that is closed to this person. */
async function closedCases(call: Call): Promise<readonly string[]> {
  const first = unwrapped(await call('case.closed', {}))
  const cases = [...first.cases]
  for (let { next } = first; next !== null; ) {
    const page = unwrapped(await call('case.closed', { after: next }))
    cases.push(...page.cases)
    next = page.next
  }
  return cases.map(({ reference }) => reference)
}

export const caseList: Command = {
  name: 'case list',
  isOutput: true,
  takes: [],
  needs: ['[--on DATE]', ...register],
  run(given) {
    const asked = onDay(given.options)
    return inRegister(given, async (call) => {
      const { cases } = unwrapped(await call('case.list', asked))
      const closed = await closedCases(call)
      const others = given.terminal.text('command.case.closed', { n: closed.length, references: closed.join(', ') })
      const isEmpty = cases.length === 0 && closed.length > 0
      const lines = [...(isEmpty ? [] : caseListLines(cases, given.terminal)), ...(closed.length === 0 ? [] : [others])]
      return { exit: exitCodes.good, json: cases, lines }
    })
  },
}

export const caseExport: Command = {
  name: 'case export',
  isOutput: true,
  takes: ['REF'],
  needs: register,
  run(given) {
    const reference = referenceOf(given)
    return inRegister(given, async (call) => {
      const { text } = unwrapped(await call('case.export', { reference, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: JSON.parse(text), lines: [text.trimEnd()] }
    })
  },
}
