import { type Context, isProvenBy, known, latest } from './facts.ts'
import { type Finding, judge, no, type Reason, yes } from './findings.ts'
import { isSafePerson } from './safe-person.ts'

/** With whom the child will live, as last arranged. */
const caregiverOf = ({ caseFile, on }: Context): string | undefined => latest(known(caseFile.reception.arrangements, on))?.livesWith

/** G08: what was last found of the caregiver. @source UNICEF Reference Guide 10.1 */
export function caregiverTraced(context: Context): Finding {
  const caregiver = caregiverOf(context)
  const traced = known(context.caseFile.reception.tracing, context.on)
  const last = latest(traced.filter((each) => caregiver === undefined || each.person === caregiver))
  if (last === undefined) return { answers: [], begun: traced.length > 0 ? { code: 'other-person-traced' } : undefined }
  return judge(context, [last], ({ identityVerified }) => (identityVerified ? yes : { code: 'identity-not-verified' }))
}

/** G09: the study must be about the person with whom the child will live. @source UNICEF Reference Guide 10.1 */
export function homeStudied(context: Context): Finding {
  const caregiver = caregiverOf(context)
  return judge(context, context.caseFile.reception.homeStudies, (study) => {
    if (caregiver !== undefined && caregiver !== study.person) return { code: 'other-caregiver' }
    return study.outcome === 'unsuitable' || study.traffickingLink ? no('unsuitable') : yes
  })
}

/** G10. @source NRM manual step 6 */
export const homeAuthorityAgrees = (context: Context): Finding =>
  judge(context, context.caseFile.homeAuthority, (step) => {
    if (step.step === 'declines') return no('authority-declines')
    if (step.step === 'asked') return { code: 'authority-asked', values: { date: step.happenedOn } }
    return step.inWriting ? yes : { code: 'not-in-writing' }
  })

/** G11: who meets, where the child lives, who has custody, as last arranged. @source UtlL 12:3 a as floor; CJEU C-441/19 */
export function receptionArranged(context: Context): Finding {
  const { caseFile, on } = context
  const arranged = latest(known(caseFile.reception.arrangements, on))
  const failed = failedHandoverOn(context)
  if (failed !== undefined && (arranged === undefined || arranged.happenedOn <= failed))
    return { answers: [{ says: 'no', on: failed, reason: { code: 'reception-failed', values: { date: failed } } }] }
  if (arranged === undefined) return { answers: [] }
  return judge(context, [arranged], ({ metBy, livesWith, custody }) => {
    const receivers = livesWith === undefined ? metBy : [...metBy, livesWith]
    if (!receivers.every((person) => isSafePerson(caseFile, person))) return no('receiver-not-safe')
    if (metBy.length === 0 || livesWith === undefined || custody === undefined) return { code: 'reception-incomplete' } satisfies Reason
    return isCustodianUnasked(context) ? ({ code: 'parental-consent-missing' } satisfies Reason) : yes
  })
}

/** A handover that failed for the reception's part: it must be arranged anew. */
const failedHandoverOn = ({ caseFile, on }: Context): string | undefined =>
  latest(known(caseFile.travel.handovers, on).filter((each) => each.status === 'failed-no-show' || each.status === 'failed-unsafe'))
    ?.happenedOn

/** A custodian who is safe to ask has not consented with the document that the catalogue asks for. */
function isCustodianUnasked(context: Context): boolean {
  const { caseFile, gate, on } = context
  const proven = known(caseFile.reception.parentalConsents, on).filter((each) => isProvenBy(context, each, gate.alsoEvidence?.document))
  const asked = new Set(proven.map((each) => each.person))
  return caseFile.people.some((person) => person.custodian && person.safeToContact === 'yes' && !asked.has(person.id))
}

/** G12. @source NRM manual step 6 */
export const responsibilityTakenOver = (context: Context): Finding =>
  judge(context, context.caseFile.reception.takeovers, (takeover) => (takeover.inWriting ? yes : { code: 'not-in-writing' }))

/** G24. @source ODIHR principle 5 */
export const contingencyReady = (context: Context): Finding =>
  judge(context, context.caseFile.reception.contingencies, (plan) => (plan.inWriting ? yes : { code: 'not-in-writing' }))
