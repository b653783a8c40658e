import { type Context, known, latest } from './facts.ts'
import { type Finding, judge, no, type Reason, yes } from './findings.ts'

/** G08. @source UNICEF Reference Guide 10.1 */
export const caregiverTraced = (context: Context): Finding =>
  judge(context, context.caseFile.reception.tracing, (traced) => (traced.identityVerified ? yes : { code: 'identity-not-verified' }))

/** G09: the study must be about the person with whom the child will live. @source UNICEF Reference Guide 10.1 */
export function homeStudied(context: Context): Finding {
  const caregiver = latest(known(context.caseFile.reception.arrangements, context.on))?.livesWith
  return judge(context, context.caseFile.reception.homeStudies, (study) => {
    if (study.outcome === 'unsuitable' || study.traffickingLink) return no('unsuitable')
    return caregiver === undefined || caregiver === study.person ? yes : { code: 'other-caregiver' }
  })
}

/** G10. @source NRM manual step 6 */
export const homeAuthorityAgrees = (context: Context): Finding =>
  judge(context, context.caseFile.homeAuthority, (step) => {
    if (step.step === 'declines') return no('authority-declines')
    if (step.step === 'asked') return { code: 'authority-asked', values: { date: step.happenedOn } }
    return step.inWriting ? yes : { code: 'not-in-writing' }
  })

/** G11: who meets, where the child lives, who has custody. @source UtlL 12:3 a as floor; CJEU C-441/19 */
export function receptionArranged(context: Context): Finding {
  const { caseFile, on } = context
  const unsafe = new Set(caseFile.people.filter((person) => person.safeToContact !== 'yes').map((person) => person.id))
  const consents = new Set(known(caseFile.reception.parentalConsents, on).map((consent) => consent.person))
  const unasked = caseFile.people.some((person) => person.custodian && person.safeToContact === 'yes' && !consents.has(person.id))
  return judge(context, caseFile.reception.arrangements, (arrangement) => {
    const { metBy, livesWith, custody } = arrangement
    if (metBy.length === 0 || livesWith === undefined || custody === undefined) return { code: 'reception-incomplete' } satisfies Reason
    if ([...metBy, livesWith].some((person) => unsafe.has(person))) return no('receiver-not-safe')
    return unasked ? ({ code: 'parental-consent-missing' } satisfies Reason) : yes
  })
}

/** G12. @source NRM manual step 6 */
export const responsibilityTakenOver = (context: Context): Finding =>
  judge(context, context.caseFile.reception.takeovers, (takeover) => (takeover.inWriting ? yes : { code: 'not-in-writing' }))

/** G24. @source ODIHR principle 5 */
export const contingencyReady = (context: Context): Finding =>
  judge(context, context.caseFile.reception.contingencies, (plan) => (plan.inWriting ? yes : { code: 'not-in-writing' }))
