import { basename, dirname, resolve } from 'node:path'
import { newOperationId } from '../../incidents.ts'
import { listOption } from '../arguments.ts'
import { type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { neededOption } from '../values.ts'

const head = /^.+:\d+:[0-9a-f]{64}$/

export const journalVerify: Command = {
  name: 'journal verify',
  takes: [],
  needs: ['[--known FILE|HEAD …]', '--register DIR', '[--passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const known = listOption(given.options, 'known').map((each) => (head.test(each) ? each : resolve(each)))
      const verdict = unwrapped(await call('journal.verify', { known: [...known] }))
      const { intact, chains, entries, faults } = verdict
      const text = given.terminal.text
      const lines = [
        text(intact ? 'command.journal.intact' : 'command.journal.broken', { chains, entries }),
        ...(intact && known.length > 0 ? [text('command.journal.known', { count: known.length })] : []),
        ...faults.map(({ code, chain, entry }) => `  ${text(`command.journal.fault.${code}`, { chain: chain ?? '', entry })}`),
        ...(intact ? [] : [text('command.journal.advice')]),
      ]
      return { exit: intact ? exitCodes.good : exitCodes.notTrusted, json: verdict, lines }
    }),
}

export const journalExport: Command = {
  name: 'journal export',
  takes: [],
  needs: ['--out FILE', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const out = resolve(neededOption(given.options, 'out', 'FILE'))
    const asked = { folder: dirname(out), name: basename(out), operationId: newOperationId() }
    return inRegister(given, async (call) => {
      const exported = unwrapped(await call('journal.export', asked))
      const { file, entries, chains, checkpoint, signatureKey: key } = exported
      const values = { file, entries, chains, number: checkpoint.number, hash: checkpoint.hash, key }
      const lines = ['exported', 'exported-head', 'exported-key'].map((each) => given.terminal.text(`command.journal.${each}`, values))
      return { exit: exitCodes.good, json: exported, lines }
    })
  },
}
