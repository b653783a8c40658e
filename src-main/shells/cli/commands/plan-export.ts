import { newOperationId } from '../../incidents.ts'
import { flag, stringOption } from '../arguments.ts'
import { type Call, type Command, Refused, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { exportLines } from '../print/export.ts'

export const planExport: Command = {
  name: 'plan export',
  takes: ['REF'],
  needs: ['--recipient PROFILE', '--language sv|en', '--out DIR', '[--draft]', '--register DIR'],
  run(given) {
    const reference = given.words[0] ?? ''
    const profile = needed(given.options, 'recipient')
    const language = needed(given.options, 'language')
    const folder = needed(given.options, 'out')
    if (language !== 'sv' && language !== 'en') throw new Usage('command.usage.language')
    return inRegister(given, async (call) => {
      const recipient = await recipientOf(call, reference, profile)
      const exported = unwrapped(
        await call('plan.export', {
          reference,
          recipient,
          language,
          folder,
          draft: flag(given.options, 'draft'),
          operationId: newOperationId(),
        }),
      )
      return { exit: exitCodes.good, json: exported, lines: exportLines(exported, given.terminal) }
    })
  },
}

function needed(options: Parameters<typeof stringOption>[0], name: 'recipient' | 'language' | 'out'): string {
  const value = stringOption(options, name)
  if (value === undefined) throw new Usage('command.usage.needs', { option: `--${name}` })
  return value
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
