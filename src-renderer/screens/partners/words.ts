import type { FoundPartner, PartnerRow } from '#contract/directory-views.ts'
import type { Speech } from '../../app/text.ts'
import type { StatusId } from '../../components/status.ts'

export const nameOf = ({ t }: Speech, { name, role }: Pick<PartnerRow, 'name' | 'role'>): string =>
  name ?? t('partner.nameless', { role: t(`partner.role.${role}`) })

export const placeOf = ({ tOr }: Speech, { town, country }: Pick<PartnerRow, 'town' | 'country'>): string =>
  [town, tOr([`country.${country}`])].filter((part) => part !== null).join(', ')

type Standing = PartnerRow['standing']
const statuses = { current: 'met', soon: 'soon', old: 'expired', never: 'open', retired: 'na' } as const satisfies Record<
  Standing['state'],
  StatusId
>

export const statusOf = ({ state, silent, refusals }: Standing): StatusId =>
  refusals.includes('not-safe') ? 'stop' : silent && (state === 'current' || state === 'soon') ? 'soon' : statuses[state]

/** The state in a word, and the day of the check behind it. */
export function standingWords({ t, day }: Speech, standing: Standing, today: string): string {
  const word = t(standing.silent && standing.state !== 'retired' ? 'partner.silent' : `partner.state.${standing.state}`)
  return standing.checkedOn === null ? word : t('partners.checkedOn', { word, day: day(standing.checkedOn, today) })
}

const lists: Readonly<Record<string, string>> = {
  sex: 'partner.who',
  language: 'language',
  service: 'partner-service',
  state: 'partner.state',
}

/** Why a partner fits or not, in a sentence. */
export function reasonWords({ t, tOr }: Speech, { code, outcome, values }: FoundPartner['reasons'][number]): string {
  const said = Object.entries(values).map(([name, value]) => [name, lists[name] === undefined ? value : tOr([`${lists[name]}.${value}`])])
  return t(`partner.fit.${code}.${outcome}`, Object.fromEntries(said))
}

export const outcomeStatus = { yes: 'met', no: 'stop', unknown: 'open' } as const satisfies Record<
  FoundPartner['reasons'][number]['outcome'],
  StatusId
>
export const verdictStatus = { yes: 'met', perhaps: 'started', no: 'na' } as const satisfies Record<FoundPartner['verdict'], StatusId>

/** Codes as choices, by what they are called. */
export const choicesOf = ({ tOr }: Speech, prefix: string, codes: readonly string[], sorted = true) => {
  const choices = codes.map((id) => ({ id, label: tOr([`${prefix}.${id}`]) }))
  return sorted ? choices.toSorted((one, other) => one.label.localeCompare(other.label)) : choices
}
