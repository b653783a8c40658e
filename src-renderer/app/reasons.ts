import type { GateView, IdentityView } from '#contract/views.ts'
import type { Speech, Values } from './text.ts'

/** Values of a reason as people read them: days written out, document types by name. */
export function readable({ day, tOr }: Speech, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, day(value)]
      return [name, name === 'document' ? lowerFirst(documentName(tOr, value)) : value]
    }),
  )
}

const documentName = (tOr: Speech['tOr'], id: string): string => tOr([`document-type.${id}`])
const lowerFirst = (text: string): string => (/^.[a-zåäö]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
export const withoutStop = (text: string): string => text.replace(/\.$/, '')

/** Why a safeguard stands as it does, in one sentence. */
export function whyOf(speech: Speech, gate: GateView): string {
  const { t, day } = speech
  const through = gate.validThrough === null ? undefined : day(gate.validThrough)
  switch (gate.state) {
    case 'expired':
      return t('readiness.expired-after', { through: through ?? '' })
    case 'reconfirm':
      return gate.renewFrom === null ? t('readiness.reconfirm') : t('readiness.reconfirm-from', { date: day(gate.renewFrom) })
    case 'met': {
      const date = gate.metOn === null ? '' : day(gate.metOn)
      return through === undefined ? t('readiness.held', { date }) : t('readiness.held-through', { date, through })
    }
    case 'not-applicable':
      return t('readiness.state.not-applicable')
    case 'open':
    case 'overridden':
      return gate.reason === null
        ? t('readiness.why.nothing-recorded')
        : t(`readiness.why.${gate.reason.code}`, readable(speech, gate.reason.values))
  }
}

/** The thing to do, in the imperative. */
export function nextOf(speech: Speech, gate: GateView, today: string): string {
  const { t, day } = speech
  const renewal = gate.renewFrom !== null && gate.renewFrom > today ? day(gate.renewFrom) : undefined
  if (renewal !== undefined && gate.state === 'reconfirm') return withoutStop(t('readiness.next.reconfirm', { date: renewal }))
  if (renewal !== undefined && gate.state === 'expired') return withoutStop(t('readiness.next.renew', { date: renewal }))
  return withoutStop(t(`readiness.next.${gate.id}`))
}

/** The age, as stated where nobody has verified it. */
export const ageOf = ({ t }: Speech, { age, ageStanding }: IdentityView): string => t(`identity.age.${ageStanding}`, { age })

/** What the day of departure is: planned or only hoped for. */
export const departureLabel = ({ t }: Speech, { departureStanding }: IdentityView): string =>
  t(departureStanding === null ? 'identity.departure' : `identity.departure.${departureStanding}`)

/** A number as a word up to twelve, for running text; capitalised at the head of a sentence. */
export const numberWord = ({ t }: Speech, n: number): string => t('number.word', { n })
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
