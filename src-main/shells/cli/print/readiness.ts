import type { GateView, ReadinessView } from '#contract/views.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'

type Text = Terminal['text']

/** A recipient's id in its case, and what it is to the case. */
export type RecipientName = { readonly id: string; readonly profile: string }

/** The verdict first, then the four acts, then each safeguard with its state, its dates and why. */
export function readinessLines(readiness: ReadinessView, recipients: readonly RecipientName[], { text }: Terminal): readonly string[] {
  const { pause, met, gates, overridden, departure } = readiness
  return [
    text('command.readiness.title', { date: readiness.on, met, total: gates.length, overridden }),
    ...(departure === null ? [] : [text('command.readiness.departure', { date: departure })]),
    ...(pause === null ? [] : [text('command.readiness.paused', { date: pause.since })]),
    ...(readiness.carriesDepartureThrough === null || pause !== null
      ? []
      : [text('command.readiness.carries', { date: readiness.carriesDepartureThrough })]),
    '',
    ...actLines(readiness, recipients, text),
    '',
    ...tableLines(gates.map((gate) => [gate.id, stateWord(gate, text), text(`gate.short.${gate.id}`), whyLine(gate, text)])),
  ]
}

function actLines(
  { export: exports, book, confirm, start }: ReadinessView,
  recipients: readonly RecipientName[],
  text: Text,
): readonly string[] {
  const rows = [
    ...exports.map((each) => ({ ...each, name: `${text('readiness.act.export')} (${recipientName(each.recipient, recipients, text)})` })),
    ...[book, confirm, start].map((each) => ({ ...each, name: text(`readiness.act.${each.act}`) })),
  ]
  return tableLines(
    rows.map(({ name, permitted, gates, obstacles }) => [
      permitted ? text('command.readiness.yes') : text('command.readiness.no'),
      name,
      [...obstacles.map((obstacle) => text(`readiness.obstacle.${obstacle}`)), gates.join(', ')].filter((part) => part !== '').join(' '),
    ]),
  )
}

/** A recipient as people call it; its id only where several of a case are the same to it. */
function recipientName(id: string, recipients: readonly RecipientName[], text: Text): string {
  const profile = recipients.find((each) => each.id === id)?.profile
  if (profile === undefined) return id
  const name = text(`recipient-profile.${profile}`)
  return recipients.filter((each) => each.profile === profile).length > 1 ? `${name}, ${id}` : name
}

/** The word for a safeguard's state, as in the window. */
export function stateWord(gate: GateView, text: Text): string {
  if (gate.state === 'open')
    return text(
      gate.work === 'answered-no' ? 'readiness.state.stop' : gate.work === 'begun' ? 'readiness.state.begun' : 'readiness.state.open',
    )
  return text(gate.soon ? 'readiness.state.soon' : `readiness.state.${gate.state}`)
}

function whyLine(gate: GateView, text: Text): string {
  if (gate.reason !== null) {
    const document = gate.reason.values['document']
    const values =
      typeof document === 'string' ? { ...gate.reason.values, document: text(`document-type.${document}`) } : gate.reason.values
    return text(`readiness.why.${gate.reason.code}`, values)
  }
  if (gate.state === 'expired' && gate.validThrough !== null) return text('readiness.expired-after', { through: gate.validThrough })
  if (gate.state === 'reconfirm')
    return gate.renewFrom === null ? text('readiness.reconfirm') : text('readiness.reconfirm-from', { date: gate.renewFrom })
  if (gate.metOn === null) return ''
  return gate.validThrough === null
    ? text('readiness.held', { date: gate.metOn })
    : text('readiness.held-through', { date: gate.metOn, through: gate.validThrough })
}
