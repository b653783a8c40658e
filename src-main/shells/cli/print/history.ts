import type { HistoryEntryView, ShownChangeView } from '#contract/changes.ts'
import { labelOf } from '#domain/changes/labels.ts'
import type { Terminal } from '../terminal.ts'
import { minuteText } from './format.ts'

/** Who, when and what, the newest first; each field with what it was and became. */
export function historyLines(entries: readonly HistoryEntryView[], terminal: Terminal): readonly string[] {
  const { text } = terminal
  if (entries.length === 0) return [text('command.history.empty')]
  return entries.flatMap((entry) => [
    text('command.history.entry', {
      time: minuteText(entry.at),
      who: entry.by ?? text('command.history.colleague'),
      action: [entry.action, entry.of].flatMap((action) => (action === null ? [] : actionText(action, terminal))).join(': '),
    }),
    ...entry.changes.map((change) => changeLine(change, terminal)),
  ])
}

function changeLine({ path, from, to, hidden }: ShownChangeView, { text }: Terminal): string {
  const { part, item, field } = labelOf(path)
  const name = [part, item, field].flatMap((key) => (key === undefined ? [] : text(key))).join(', ')
  if (hidden) return `  ${name}: ${text('journal.hiddenValue')}`
  const nothing = text('journal.nothing')
  return text('command.history.change', { field: name, from: from ?? nothing, to: to ?? nothing })
}

/** What was done, in words; a newer program's action in general ones. */
export function actionText(action: string, { text }: Terminal): string {
  const key = `journal.action.${action}`
  return text(known.has(action) ? key : 'journal.action.other')
}

const known = new Set([
  ...['case.opened', 'case.imported', 'case.changed', 'case.undone', 'case.redone', 'plan.exported'],
  ...['alias.changed', 'diary-number.changed', 'task.changed', 'document.renamed'],
  ...['person.changed', 'person.custody-changed', 'person.safety-changed', 'appointment.changed'],
  ...['permit.changed', 'protection-claim.changed', 'legal-check.changed', 'information-receipt.changed'],
  ...['investigation.changed', 'police-contact.changed', 'compensation.changed', 'crime-in-sweden.changed'],
  ...['budget.approved', 'safeguard.set-aside', 'safeguard.restored'],
  ...['child.changed', 'identification.changed', 'exploitation.changed', 'placement.changed', 'concern-report.changed'],
  ...['inquiry.changed', 'recipient-reference.changed'],
  ...['consent.withdrawn', 'consent.resumed', 'talk.recorded', 'wish.answered', 'declaration.recorded'],
  ...['transfer-consent.recorded', 'secrecy.checked', 'document.registered'],
  ...['note.added', 'note.edited', 'note.corrected'],
  ...['form.begun', 'answer.changed', 'form.signed-off', 'best-interests.changed', 'best-interests.decided'],
])
