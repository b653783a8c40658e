import { standsForParents } from '../case/people.ts'
import { assessConsent } from './consent.ts'
import type { Context } from './facts.ts'
import { known, latest } from './facts.ts'
import { type Finding, judge, no, yes } from './findings.ts'

/** G01. @source Act (2005:429) 2–3 §§ */
export function guardianAppointed(context: Context): Finding {
  const findings = context.caseFile.people.filter(standsForParents).map((person) => {
    const last = latest(known(person.appointments, context.on))
    return judge(context, last === undefined ? [] : [last], (step) => {
      if (step.step === 'appointed') return yes
      return step.step === 'ended' ? no('guardian-ended') : { code: 'guardian-applied-for' }
    })
  })
  const standing = findings.find((finding) => finding.answers.some((answer) => answer.says === 'yes'))
  return standing ?? findings.find((finding) => finding.answers.length > 0 || finding.begun !== undefined) ?? { answers: [] }
}

/** G04: heard since the last no, every wish answered, alternatives explained. @source CRC art. 12; SoL (2025:400) 3:2–3:3 */
export function viewsHeard(context: Context): Finding {
  const { caseFile, on, withdrawnOn } = context
  const talks = known(caseFile.talks, on).filter((talk) => withdrawnOn === undefined || talk.happenedOn > withdrawnOn)
  const last = latest(talks)
  if (last === undefined)
    return { answers: [], begun: withdrawnOn === undefined ? undefined : { code: 'withdrawn', values: { date: withdrawnOn } } }
  const wishes = talks.flatMap((talk) => talk.wishes)
  const unanswered = wishes.filter((wish) => wish.answer === undefined || wish.answer.decidedOn > on)
  if (unanswered.length > 0) return { answers: [], begun: { code: 'wishes-unanswered', values: { count: unanswered.length } } }
  if (!talks.some((talk) => talk.informedOfAlternatives)) return { answers: [], begun: { code: 'alternatives-not-explained' } }
  return judge(context, talks, () => yes)
}

/** G05. @source NRM manual step 6; SoL (2025:400) 3:4 */
export const freeConsent = (context: Context): Finding => assessConsent(context).finding

/** G20. @source UtlL 5:15; CoE Convention 13–14 */
export const reflectionExplained = (context: Context): Finding =>
  judge(context, context.caseFile.legal.informationReceipts, (receipt) =>
    receipt.topics.includes('reflection-period') ? yes : { code: 'evidence-missing', values: { document: context.gate.evidence } },
  )

/** G23. @source IOM Essentials of Migration Management */
export const prepared = (context: Context): Finding =>
  judge(context, context.caseFile.travel.preparations, (talk) => (talk.child && talk.family ? yes : { code: 'preparation-incomplete' }))
