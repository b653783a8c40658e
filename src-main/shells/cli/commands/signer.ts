import { stringOption } from '../arguments.ts'
import { type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'

type Signer = { readonly subject: string; readonly fingerprint: string; readonly pem: string }

const shown = (signer: Signer, { terminal }: Given) => ({
  exit: exitCodes.good,
  json: signer,
  lines: [terminal.text('command.signer.shown', { subject: signer.subject, fingerprint: signer.fingerprint }), signer.pem.trimEnd()],
})

export const signerCreate: Command = {
  name: 'signer create',
  takes: [],
  needs: ['--name NAME', '--organisation NAME', '[--key rsa-3072|p-256]', '--register DIR'],
  run(given) {
    const name = stringOption(given.options, 'name')
    const organisation = stringOption(given.options, 'organisation')
    const kind = stringOption(given.options, 'key') ?? 'rsa-3072'
    if (name === undefined) throw new Usage('command.usage.needs', { option: '--name NAME' })
    if (organisation === undefined) throw new Usage('command.usage.needs', { option: '--organisation NAME' })
    if (kind !== 'rsa-3072' && kind !== 'p-256') throw new Usage('command.usage.key')
    return inRegister(given, async (call) => shown(unwrapped(await call('signer.create', { name, organisation, kind })), given))
  },
}

export const signerShow: Command = {
  name: 'signer show',
  takes: [],
  needs: ['--register DIR'],
  run: (given) => inRegister(given, async (call) => shown(unwrapped(await call('signer.show', {})), given)),
}
