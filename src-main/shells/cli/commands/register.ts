import { resolve } from 'node:path'
import { createIn } from '../../compose.ts'
import { stringOption } from '../arguments.ts'
import { type Call, type Command, type Given, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister, newPassphraseOf } from '../open-house.ts'
import { neededOption } from '../values.ts'

export const registerCreate: Command = {
  name: 'register create',
  takes: [],
  needs: ['--register DIR', '[--mark HV]', '[--user NAME]', '[--passphrase-file FILE]'],
  async run(given) {
    const folder = resolve(neededOption(given.options, 'register', 'DIR'))
    const mark = stringOption(given.options, 'mark') ?? 'HV'
    const name = stringOption(given.options, 'user')
    const { language } = given.terminal
    const passphrase = await newPassphraseOf(given)
    const house = unwrapped(await createIn({ folder, mark, passphrase, language, ...(name === undefined ? {} : { name }) }))
    await house.close()
    return { exit: exitCodes.good, json: { folder, mark }, lines: [given.terminal.text('command.register.created', { folder, mark })] }
  },
}

export const registerInfo: Command = {
  name: 'register info',
  takes: [],
  needs: ['--register DIR', '[--passphrase-file FILE]'],
  run: (given) =>
    inRegister(given, async (call) => {
      const info = unwrapped(await call('register.info', {}))
      const { registerId, mark, schema, cases, demonstration } = info
      const text = given.terminal.text
      const lines = [
        text('command.register.info', { registerId, mark, schema, cases }),
        ...(demonstration ? [text('command.register.demonstration')] : []),
      ]
      return { exit: exitCodes.good, json: info, lines, complaints: await signerComplaints(call, given) }
    }),
}

/** A signer that is damaged or lost is said where somebody asks how the register is, not first when a plan has to go out. */
async function signerComplaints(call: Call, { terminal }: Given): Promise<readonly string[]> {
  const signer = await call('signer.show', {})
  return signer.ok || signer.error.code === 'no-signer' ? [] : [terminal.text(signer.error.messageKey)]
}
