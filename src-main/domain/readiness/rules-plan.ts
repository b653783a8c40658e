import type { Fact } from '../case/fact.ts'
import { type Context, known } from './facts.ts'
import { type Finding, judge, no, type Reason, yes } from './findings.ts'
import { isSafePerson } from './safe-person.ts'
import { secrecyCoverage } from './secrecy.ts'

/** G13: complete, and countersigned by an authority or organisation that receives. @source ODIHR principle 5 */
export function planCountersigned(context: Context): Finding {
  const { goals } = context.caseFile.reintegration
  const complete = goals.length > 0 && goals.every((goal) => goal.activities.length > 0)
  const receiving = new Set(context.caseFile.recipients.filter((each) => each.kind !== 'family').map((each) => each.id))
  const signed = context.caseFile.reintegration.countersignatures.filter((each) => receiving.has(each.recipient))
  return judge(context, signed, () => (complete ? yes : ({ code: 'plan-without-goals' } satisfies Reason)))
}

/** G14. @source ARECHIVIC phase 3 report: budget for preparation and rehabilitation abroad */
export const budgetApproved = (context: Context): Finding =>
  judge(context, newest(known(context.caseFile.budget.approvals, context.on)), (approval) =>
    approval.fundedForWholePeriod ? yes : { code: 'not-funded' },
  )

/** G21: each recipient of the plan has its own answer. @source OSL 8:3, 10:1–2, 12:2–3, 26:1; GDPR chapter V and art. 49(3) */
export function secrecyChecked(context: Context): Finding {
  const { recipients } = context.caseFile
  if (recipients.length === 0) return { answers: [], begun: undefined }
  const coverage = recipients.map((recipient) => secrecyCoverage(context, recipient.id))
  const open = coverage.filter((each) => each.coveredOn === undefined)
  if (open.length === 0)
    return {
      answers: [
        {
          says: 'yes',
          on:
            coverage
              .map((each) => each.coveredOn ?? '')
              .toSorted()
              .at(-1) ?? context.on,
        },
      ],
    }
  return {
    answers: [],
    begun: coverage.some((each) => each.begun) ? { code: 'recipients-not-covered', values: { count: open.length } } : undefined,
  }
}

/** G22. @source ODIHR principle 7 */
export const followUpAgreed = (context: Context): Finding => judge(context, context.caseFile.followUp.agreements, () => yes)

/** G15. @source IOM practice */
export const fitToTravel = (context: Context): Finding =>
  judge(context, context.caseFile.travel.healthChecks, (check) => (check.fitToTravel ? yes : no('not-fit-to-travel')))

/** G16. @source IOM practice */
export const travelDocumentValid = (context: Context): Finding =>
  judge(context, context.caseFile.travel.travelDocuments, (document) => ({ yes: true, through: document.validThrough }))

/** G17: an escort is obligatory under 18. @source UN A/79/213 49–51 */
export const escortedTravel = (context: Context): Finding =>
  judge(context, newest(known(context.caseFile.travel.itineraries, context.on)), ({ settled, escort, legs }) => {
    if (!settled || escort === undefined || legs.length === 0) return { code: 'itinerary-unsettled' } satisfies Reason
    return isSafePerson(context.caseFile, escort) ? yes : no('escort-not-safe')
  })

/** Where the last word counts and not the best one. */
const newest = <F extends Fact>(facts: readonly F[]): readonly F[] => facts.slice(-1)
