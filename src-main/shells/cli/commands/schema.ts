import { type Command, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { withoutRegister } from '../open-house.ts'

export const schemaCase: Command = {
  name: 'schema case',
  isOutput: true,
  takes: [],
  needs: [],
  run: (given) =>
    withoutRegister(given, async (call) => {
      const { text } = unwrapped(await call('schema.case', {}))
      return { exit: exitCodes.good, json: JSON.parse(text), lines: [text.trimEnd()] }
    }),
}
