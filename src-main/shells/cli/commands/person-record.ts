import { resolve } from 'node:path'
import { newOperationId } from '../../incidents.ts'
import { type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { neededOption, referenceOf } from '../values.ts'

export const personRecord: Command = {
  name: 'person record',
  takes: ['REF'],
  needs: ['--person ID|child', '--purpose TEXT', '--language sv|en', '--out DIR', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const { options, terminal } = given
    const reference = referenceOf(given)
    const person = neededOption(options, 'person', 'ID|child')
    const purpose = neededOption(options, 'purpose', 'TEXT')
    const language = neededOption(options, 'language', 'sv|en')
    const folder = resolve(neededOption(options, 'out', 'DIR'))
    if (language !== 'sv' && language !== 'en') throw new Usage('command.usage.language')
    return inRegister(given, async (call) => {
      const asked = { reference, person, purpose, language, folder, operationId: newOperationId() } as const
      const made = unwrapped(await call('person.record', asked))
      return { exit: exitCodes.good, json: made, lines: [terminal.text('command.record.made', made)] }
    })
  },
}
