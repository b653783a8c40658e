import { type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'

export const journalVerify: Command = {
  name: 'journal verify',
  takes: [],
  needs: ['--register DIR', '[--passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const verdict = unwrapped(await call('journal.verify', {}))
      const { intact, chains, entries, faults } = verdict
      const text = given.terminal.text
      const lines = [
        text(intact ? 'command.journal.intact' : 'command.journal.broken', { chains, entries }),
        ...faults.map(({ code, chain, entry }) => `  ${text(`command.journal.fault.${code}`, { chain: chain ?? '', entry })}`),
        ...(intact ? [] : [text('command.journal.advice')]),
      ]
      return { exit: intact ? exitCodes.good : exitCodes.notTrusted, json: verdict, lines }
    }),
}
