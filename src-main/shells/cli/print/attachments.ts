import type { AttachmentView } from '#contract/attachments.ts'
import type { Output } from '#contract/operations.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'

type Listed = AttachmentView & { readonly name: string | null }

/** One line a file: id, type, day, issuer, kind, size, and its name where names were asked for. */
export function attachmentLines(attachments: readonly Listed[], { text }: Terminal): readonly string[] {
  if (attachments.length === 0) return [text('command.attachment.none')]
  return tableLines(
    attachments.map((each) => [
      each.id,
      each.documentType ?? text('attachment.untyped'),
      each.issuedOn ?? '',
      each.issuer ?? '',
      text(`attachment.kind.${each.kind}`),
      text('command.attachment.size', { kilobytes: Math.ceil(each.size / 1000) }),
      each.name ?? text('command.people.hidden'),
    ]),
  )
}

export function addedLines({ attachment, sameContent }: Output<'attachment.add'>, { text }: Terminal): readonly string[] {
  return [
    text('command.attachment.added', { id: attachment.id, kind: text(`attachment.kind.${attachment.kind}`) }),
    ...(attachment.misleads ? [text('command.attachment.misleads')] : []),
    ...(sameContent.length > 0 ? [text('command.attachment.same', { ids: sameContent.join(', ') })] : []),
  ]
}
