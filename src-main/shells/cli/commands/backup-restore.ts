import { resolve } from 'node:path'
import type { Output } from '#contract/operations.ts'
import { flag, stringOption } from '../arguments.ts'
import { type Command, type Given, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { passphraseOf, withoutRegister } from '../open-house.ts'
import { neededOption } from '../values.ts'
import { recoveryWordsOf } from './keys.ts'

/** What the copy holds, what stands here, and what would be lost. */
function comparisonLines({ copy, present, relation, lost }: Output<'backup.compare'>, { terminal }: Given): readonly string[] {
  const side = (key: string, { registerId, newestEntryAt, cases, entries }: Output<'backup.compare'>['copy']['facts']) =>
    terminal.text(key, { registerId, at: newestEntryAt ?? '', cases, entries })
  return [
    side('command.backup.side-copy', copy.facts),
    present.facts === null ? terminal.text(`command.backup.present-${present.state}`) : side('command.backup.side-here', present.facts),
    ...(relation === null ? [] : [terminal.text(`command.backup.relation-${relation}`, { lost })]),
  ]
}

export const backupRestore: Command = {
  name: 'backup restore',
  takes: [],
  needs: [
    '--from DIR',
    '[--copy NAME]',
    '--into DIR',
    '[--instead]',
    '[--yes]',
    '[--user NAME]',
    '[--passphrase-file FILE]',
    '[--recovery-key-file FILE]',
  ],
  run: (given) =>
    withoutRegister(given, async (call) => {
      const { options, terminal } = given
      const from = resolve(neededOption(options, 'from', 'DIR'))
      const into = resolve(neededOption(options, 'into', 'DIR'))
      const passphrase = stringOption(options, 'recovery-key-file') === undefined ? await passphraseOf(given) : await recoveryWordsOf(given)
      const user = stringOption(options, 'user')
      const asked = { from, copy: stringOption(options, 'copy') ?? null, into, passphrase, ...(user === undefined ? {} : { user }) }
      const comparison = unwrapped(await call('backup.compare', asked))
      const lines = comparisonLines(comparison, given)
      const mode = flag(options, 'instead') ? 'instead' : 'beside'
      if (mode === 'instead' && !flag(options, 'yes')) {
        const complaints = [terminal.text('command.backup.needs-yes')]
        return { exit: exitCodes.refused, json: { comparison, restored: null }, lines, complaints }
      }
      const restored = unwrapped(await call('backup.restore', { ...asked, mode }))
      const { folder, at, asideIn, erasedAgain } = restored
      const done = [
        terminal.text('command.backup.restored', { folder, at, erasedAgain }),
        ...(asideIn === null ? [] : [terminal.text('command.backup.aside', { folder: asideIn })]),
      ]
      return { exit: exitCodes.good, json: { comparison, restored }, lines: [...lines, ...done] }
    }),
}
