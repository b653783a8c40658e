import { resolve } from 'node:path'
import { newOperationId } from '../../incidents.ts'
import { flag, stringOption } from '../arguments.ts'
import { type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { addedLines, attachmentLines } from '../print/attachments.ts'
import { dayOption, neededOption, referenceOf } from '../values.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

export const attachmentAdd: Command = {
  name: 'attachment add',
  takes: ['REF', 'FILE'],
  needs: ['--type DOC_X', '[--issued-on DATE]', '[--issuer TEXT]', '[--title TEXT]', ...register],
  run(given) {
    const { options, terminal, words } = given
    const reference = referenceOf(given)
    const documentType = neededOption(options, 'type', 'DOC_X').toUpperCase()
    if (!/^DOC_[A-Z_]+$/.test(documentType)) throw new Usage('command.usage.document-type', { type: documentType })
    const asked = {
      reference,
      file: resolve(words[1] ?? ''),
      documentType,
      issuedOn: dayOption(options, 'issued-on') ?? null,
      issuer: stringOption(options, 'issuer') ?? null,
    }
    return inRegister(given, async (call) => {
      const { documentTypes } = unwrapped(await call('attachment.list', { reference }))
      // A type that the catalogue does not know has no text; the operation refuses it.
      const typeName = documentTypes.includes(documentType) ? terminal.text(`document-type.${documentType}`) : documentType
      const title = stringOption(options, 'title') ?? typeName
      const added = unwrapped(await call('attachment.add', { ...asked, title, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: added, lines: addedLines(added, terminal) }
    })
  },
}

export const attachmentList: Command = {
  name: 'attachment list',
  takes: ['REF'],
  needs: ['[--names]', ...register],
  run(given) {
    const reference = referenceOf(given)
    return inRegister(given, async (call) => {
      const { attachments } = unwrapped(await call('attachment.list', { reference }))
      const { names } = flag(given.options, 'names')
        ? unwrapped(await call('attachment.reveal-names', { reference, operationId: newOperationId() }))
        : { names: [] }
      const listed = attachments.map((each) => ({ ...each, name: names.find(({ id }) => id === each.id)?.name ?? null }))
      return { exit: exitCodes.good, json: listed, lines: attachmentLines(listed, given.terminal) }
    })
  },
}

export const attachmentExport: Command = {
  name: 'attachment export',
  takes: ['REF', 'ID'],
  needs: ['--out DIR', '--recipient TEXT', '--purpose TEXT', ...register],
  run(given) {
    const reference = referenceOf(given)
    const id = (given.words[1] ?? '').toUpperCase()
    const folder = resolve(neededOption(given.options, 'out', 'DIR'))
    const recipient = neededOption(given.options, 'recipient', 'TEXT')
    const purpose = neededOption(given.options, 'purpose', 'TEXT')
    return inRegister(given, async (call) => {
      const exported = unwrapped(
        await call('attachment.export', { reference, id, folder, recipient, purpose, operationId: newOperationId() }),
      )
      return { exit: exitCodes.good, json: exported, lines: [given.terminal.text('command.attachment.exported', exported)] }
    })
  },
}
