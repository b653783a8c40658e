import { type Options, stringOption } from '../arguments.ts'
import { type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { neededOption } from '../values.ts'

type Signer = { readonly subject: string; readonly fingerprint: string; readonly pem: string }

const shown = (signer: Signer, { terminal }: Given) => ({
  exit: exitCodes.good,
  json: signer,
  lines: [terminal.text('command.signer.shown', { subject: signer.subject, fingerprint: signer.fingerprint }), signer.pem.trimEnd()],
})

/** As long as a name in a certificate may be. @source X.520 ub-common-name, ub-organization-name */
const longestName = 64

function nameOption(options: Options, name: 'name' | 'organisation'): string {
  const value = neededOption(options, name, 'NAME').trim()
  if (value === '' || value.length > longestName || /\p{Cc}/u.test(value))
    throw new Usage('command.usage.name', { option: `--${name}`, most: String(longestName) })
  return value
}

export const signerCreate: Command = {
  name: 'signer create',
  takes: [],
  needs: ['--name NAME', '--organisation NAME', '[--key rsa-3072|p-256]', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const name = nameOption(given.options, 'name')
    const organisation = nameOption(given.options, 'organisation')
    const kind = stringOption(given.options, 'key') ?? 'rsa-3072'
    if (kind !== 'rsa-3072' && kind !== 'p-256') throw new Usage('command.usage.key')
    return inRegister(given, async (call) => shown(unwrapped(await call('signer.create', { name, organisation, kind })), given))
  },
}

export const signerShow: Command = {
  name: 'signer show',
  isOutput: true,
  takes: [],
  needs: ['--register DIR', '[--passphrase-file FILE]'],
  run: (given) => inRegister(given, async (call) => shown(unwrapped(await call('signer.show', {})), given)),
}
