import { resolve } from 'node:path'
import { newOperationId } from '../../incidents.ts'
import { flag } from '../arguments.ts'
import { type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { previewLines } from '../print/partners.ts'
import { sheetPlace } from './partner.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

export const partnerImport: Command = {
  name: 'partner import',
  takes: ['FILE'],
  needs: ['[--yes]', ...register],
  run(given) {
    const file = resolve(given.words[0] ?? '')
    return inRegister(given, async (call) => {
      const { text } = given.terminal
      const preview = unwrapped(await call('partner.preview', { file }))
      const lines = previewLines(preview, given.terminal)
      const refused = preview.missing.length > 0 || preview.rows.some(({ state }) => state === 'refused')
      const exit = refused ? exitCodes.refused : exitCodes.good
      if (!flag(given.options, 'yes')) return { exit, json: preview, lines: [...lines, text('command.partner.import.only-looked')] }
      const imported = unwrapped(await call('partner.import', { file, seal: preview.seal, operationId: newOperationId() }))
      return { exit, json: { ...preview, imported }, lines: [...lines, text('command.partner.import.done', imported)] }
    })
  },
}

export const partnerExport: Command = {
  name: 'partner export',
  takes: [],
  needs: ['--out FILE.csv|FILE.xlsx', ...register],
  run(given) {
    const place = sheetPlace(given.options)
    return inRegister(given, async (call) => {
      const exported = unwrapped(await call('partner.export', { ...place, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: exported, lines: [given.terminal.text('command.partner.exported', exported)] }
    })
  },
}
