import type { BudgetView, DeadlineView, FollowUpView, PersonView, RiskView } from '#contract/views.ts'
import type { Terminal } from '../terminal.ts'
import { moneyText, shareText } from './format.ts'
import { tableLines } from './table.ts'

type Text = Terminal['text']

export function riskLines(risk: RiskView | null, { text }: Terminal): readonly string[] {
  if (risk === null) return [text('command.risk.none')]
  const shown = risk.factors.filter((each) => each.level !== 'none' && each.standing !== 'not-assessed')
  const unlooked = risk.factors.filter((each) => each.standing === 'not-assessed').length
  return [
    text('command.risk.title', { date: risk.assessedOn, level: text(`risk-level.${risk.overall}`) }),
    text('command.risk.protective', { count: risk.protectiveFactors.length }),
    ...(unlooked === 0 ? [] : [text('command.risk.not-assessed', { count: unlooked })]),
    '',
    ...tableLines(
      shown.map((each) => [
        each.id,
        text(`risk-level.${each.level}`),
        ratingText(each),
        each.rules.join(' '),
        text(`risk-factor.${each.id}`),
      ]),
    ),
  ]
}

function ratingText({ inherent, residual, standing }: RiskView['factors'][number]): string {
  const product = (rating: typeof inherent) => (rating === null ? '?' : `${rating.likelihood}×${rating.severity}`)
  if (inherent === null) return '?'
  if (standing === 'inherent') return product(inherent)
  return standing === 'residual-not-yet' ? `${product(inherent)} (→ ${product(residual)})` : `${product(inherent)} → ${product(residual)}`
}

export function budgetLines(budget: BudgetView, { text, language }: Terminal): readonly string[] {
  const amount = (minor: number | null, currency: string) => (minor === null ? '–' : moneyText(minor, currency, language))
  const rows = budget.lines.map((line) => [
    line.category,
    line.description,
    `${line.quantity} × ${moneyText(line.unitPrice.amountMinor, line.unitPrice.currency, language)}`,
    amount(line.sek, 'SEK'),
    amount(line.eur, 'EUR'),
  ])
  const total = ['', text('command.budget.total'), '', amount(budget.totalSek, 'SEK'), amount(budget.totalEur, 'EUR')]
  return [...tableLines([...rows, total], [2, 3, 4]), '', ...budgetNotes(budget, text, language)]
}

function budgetNotes({ contingency, approval, problems }: BudgetView, text: Text, language: Terminal['language']): readonly string[] {
  const share = contingency?.basisPoints
  return [
    ...(contingency === null || share === null || share === undefined
      ? []
      : [
          text(contingency.within ? 'command.budget.contingency-within' : 'command.budget.contingency-above', {
            share: shareText(share, language),
            ceiling: shareText(contingency.ceilingBasisPoints, language),
          }),
        ]),
    approval === null ? text('command.budget.not-approved') : text('command.budget.approved', { date: approval.on }),
    ...problems.map((each) => text('command.budget.rate-missing', { line: each.line, from: each.from, to: each.to })),
  ]
}

export function followUpLines(followUp: FollowUpView, { text }: Terminal): readonly string[] {
  if (followUp.dayZero === null) return [text('command.follow-up.no-day')]
  return [
    text(followUp.handedOver ? 'command.follow-up.from-handover' : 'command.follow-up.planned', { date: followUp.dayZero }),
    ...(followUp.calendarKnown ? [] : [text('command.follow-up.calendar-unknown')]),
    '',
    ...tableLines(
      followUp.contacts.map((each) => [
        each.due,
        text(`follow-up.${each.row}`),
        each.channels.map((channel) => text(`channel.${channel}`)).join(', '),
        each.movedFrom === null ? '' : text('command.follow-up.moved', { date: each.movedFrom }),
      ]),
    ),
  ]
}

export function deadlineLines(deadlines: readonly DeadlineView[], { text }: Terminal): readonly string[] {
  if (deadlines.length === 0) return [text('command.deadlines.none')]
  return tableLines(
    deadlines.map((each) => [each.due ?? '–', text(`command.deadline-state.${each.state}`), each.id, deadlineText(each, text)]),
  )
}

function deadlineText({ id, values }: DeadlineView, text: Text): string {
  const gate = values['gate']
  const contact = values['contact'] ?? values['row']
  const more = typeof gate === 'string' ? text(`gate.short.${gate}`) : typeof contact === 'string' ? text(`follow-up.${contact}`) : ''
  const days = values['days']
  const counted = typeof days === 'number' ? text('command.deadlines.days', { days }) : ''
  return [text(`deadline.${id}`), more, counted].filter((part) => part !== '').join(': ')
}

export function peopleLines(people: readonly PersonView[], { text }: Terminal): readonly string[] {
  return tableLines(
    people.map((person) => [
      person.roles.map((role) => text(`person-role.${role}`)).join(', '),
      person.relation === null ? '' : text(`kinship.${person.relation.kinship}.${person.relation.side}`),
      person.name ?? text('command.people.hidden'),
      person.organisation ?? person.town ?? '',
      text(`command.people.safe.${person.safeToContact}`),
      person.phone ?? '',
    ]),
  )
}
