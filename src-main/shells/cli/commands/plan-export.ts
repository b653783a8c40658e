import { resolve } from 'node:path'
import { newOperationId } from '../../incidents.ts'
import { flag } from '../arguments.ts'
import { type Call, type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { exportLines } from '../print/export.ts'
import { Refused } from '../refused.ts'
import { neededOption, referenceOf } from '../values.ts'

export const planExport: Command = {
  name: 'plan export',
  takes: ['REF'],
  needs: ['(--recipient PROFILE | --draft)', '--language sv|en', '--out DIR', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const reference = referenceOf(given)
    const draft = flag(given.options, 'draft')
    const profile = draft ? undefined : neededOption(given.options, 'recipient', 'PROFILE')
    const language = neededOption(given.options, 'language', 'sv|en')
    const folder = resolve(neededOption(given.options, 'out', 'DIR'))
    if (language !== 'sv' && language !== 'en') throw new Usage('command.usage.language')
    return inRegister(given, async (call) => {
      // A draft is internal: it has no recipient, whatever was asked for.
      const recipient = profile === undefined ? '' : await recipientOf(call, reference, profile)
      const exported = unwrapped(
        await call('plan.export', {
          reference,
          recipient,
          language,
          folder,
          draft,
          operationId: newOperationId(),
        }),
      )
      return { exit: exitCodes.good, json: exported, lines: exportLines(exported, given.terminal) }
    })
  },
}

/** A recipient by its profile, or by its id where several have the same. */
async function recipientOf(call: Call, reference: string, asked: string): Promise<string> {
  const { recipients } = unwrapped(await call('plan.recipients', { reference }))
  const found = recipients.filter((each) => each.id === asked || each.profile === asked.toUpperCase().replaceAll('-', '_'))
  const [only] = found
  if (only !== undefined && found.length === 1) return only.id
  const known = (found.length > 1 ? found : recipients).map((each) => (found.length > 1 ? each.id : each.profile)).join(', ')
  const code = found.length > 1 ? 'recipient-ambiguous' : 'no-such-recipient'
  throw new Refused({ code, messageKey: `failure.${code}`, values: { recipient: asked, known } })
}
