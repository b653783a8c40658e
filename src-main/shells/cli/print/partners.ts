import type { FoundPartner, PartnerRow, PartnerView } from '#contract/directory-views.ts'
import type { Output } from '#contract/operations.ts'
import type { PartnerDetails } from '#domain/partners/partner.ts'
import type { Terminal } from '../terminal.ts'
import { tableLines } from './table.ts'

const nameOf = ({ name, role }: Pick<PartnerRow, 'name' | 'role'>, { text }: Terminal): string =>
  name ?? text('partner.nameless', { role: text(`partner.role.${role}`) })

const placeOf = ({ town, country }: PartnerRow, { text }: Terminal): string =>
  [town, text(`country.${country}`)].filter((part) => part !== null).join(', ')

const standingOf = ({ standing }: PartnerRow, { text }: Terminal): string =>
  [text(`partner.state.${standing.state}`), ...(standing.silent ? [text('partner.silent')] : []), standing.checkedOn ?? '']
    .filter((part) => part !== '')
    .join(', ')

export function partnerListLines(partners: readonly PartnerRow[], terminal: Terminal): readonly string[] {
  if (partners.length === 0) return [terminal.text('partner.empty')]
  return tableLines(
    partners.map((partner) => [
      partner.id,
      nameOf(partner, terminal),
      placeOf(partner, terminal),
      terminal.text(`partner.role.${partner.role}`),
      standingOf(partner, terminal),
    ]),
  )
}

export function partnerLines(view: PartnerView, shown: PartnerDetails | undefined, terminal: Terminal): readonly string[] {
  const { text } = terminal
  const { details, checks } = view
  const list = (codes: readonly string[], prefix: string) => codes.map((code) => text(`${prefix}.${code}`)).join(', ')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['services', list(details.services, 'partner-service')],
    ['languages', list(details.languages, 'language')],
    ['receives', list(details.receives, 'partner.sex')],
    ['area', details.area.join(', ')],
    ['safeChannel', details.safeChannel],
    ['independentOfFamily', text(`partner.answer.${details.independentOfFamily}`)],
    ['safeguarding', text(`partner.answer.${details.safeguarding}`)],
    ...(['contactPerson', 'phone', 'email', 'address'] as const).map((field) => [field, shown?.[field]] as const),
  ]
  return [
    `${shown?.name ?? nameOf(view, terminal)}, ${placeOf(view, terminal)}`,
    standingOf(view, terminal),
    ...view.standing.refusals.map((each) => text(`partner.refusal.${each}`)),
    '',
    ...tableLines(
      facts.flatMap(([field, value]) => (value === undefined || value === '' ? [] : [[text(`partner.column.${field}`), value]])),
    ),
    ...(checks.length === 0 ? [] : ['']),
    ...checks.map(({ on, how, outcome, by }) => `${on}  ${text(`partner.how.${how}`)}, ${text(`partner.outcome.${outcome}`)} (${by})`),
  ]
}

export function foundLines(found: readonly FoundPartner[], terminal: Terminal): readonly string[] {
  const { text } = terminal
  if (found.length === 0) return [text('partner.empty')]
  return found.flatMap(({ partner, verdict, reasons }) => [
    `${text(`partner.verdict.${verdict}`)}: ${nameOf(partner, terminal)}, ${placeOf(partner, terminal)}`,
    ...reasons.map(({ code, outcome, values }) => `  ${text(`partner.fit.${code}.${outcome}`, inWords(values, terminal))}`),
  ])
}

/** Codes among the values of a reason, as words. */
function inWords(values: FoundPartner['reasons'][number]['values'], { text }: Terminal): Readonly<Record<string, string | number>> {
  const lists: Readonly<Record<string, string>> = {
    sex: 'partner.who',
    language: 'language',
    service: 'partner-service',
    state: 'partner.state',
  }
  const entries = Object.entries(values).map(([name, value]) => {
    if (name === 'country') return [name, value === '' ? '' : text(`country.${value}`)]
    const list = lists[name]
    return [name, list === undefined ? value : text(`${list}.${value}`)]
  })
  return Object.fromEntries(entries)
}

export function previewLines({ unknown, missing, rows }: Output<'partner.preview'>, { text }: Terminal): readonly string[] {
  const heading = (field: string) => text(`partner.column.${field}`)
  const count = (state: string) => rows.filter((row) => row.state === state).length
  return [
    ...missing.map((field) => text('partner.import.missing', { column: heading(field) })),
    ...unknown.map((column) => text('partner.import.unknown', { column })),
    text('partner.import.counts', { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }),
    ...rows
      .filter(({ state }) => state !== 'same')
      .flatMap(({ line, state, name, changes, faults }) => [
        text('partner.import.row', { line, state: text(`partner.import.state.${state}`), name }),
        ...(state === 'changed' ? changes : []).map((each) => `    ${heading(each.field)}: ${each.before || '–'} → ${each.after || '–'}`),
        ...faults.map(({ field, code, values }) => `    ${text(`partner.import.fault.${code}`, { column: heading(field), ...values })}`),
      ]),
  ]
}
