import { alternativeKinds } from '../case/assessments.ts'
import { assessRisk, openStops } from '../risk/assess-risk.ts'
import { type Context, isProven, known, latest } from './facts.ts'
import { type Answer, type Finding, judge, no, type Reason, yes } from './findings.ts'

/** Members of a panel at the least. @source Hemväg rule BIA-SE-1 */
const smallestPanel = 3

/** G02. @source CoE Convention art. 16(7); CJEU C-441/19 */
export function bestInterestsDecided(context: Context): Finding {
  const { caseFile, catalogue, on } = context
  const answers: Answer[] = []
  let begun: Reason | undefined
  for (const procedure of known(caseFile.bestInterests, on)) {
    const { decision, panel, factors } = procedure
    const weighed = new Set(factors.map((each) => each.factor))
    if (decision === undefined || decision.decidedOn > on) begun = { code: 'not-decided', values: { date: procedure.happenedOn } }
    else if (catalogue.bestInterestsOutcomes.find((each) => each.id === decision.outcome)?.allowsReturn !== true)
      answers.push({
        says: 'no',
        on: decision.decidedOn,
        reason: { code: 'decided-against-return', values: { outcome: decision.outcome } },
      })
    else if (panel.length < smallestPanel) begun = { code: 'panel-incomplete', values: { least: smallestPanel } }
    else if (!catalogue.bestInterestsFactors.every(({ id }) => weighed.has(id))) begun = { code: 'factors-incomplete' }
    else if (isProven(context, procedure)) answers.push({ says: 'yes', on: decision.decidedOn, through: decision.reviewBy })
    else begun = { code: 'evidence-missing', values: { document: context.gate.evidence } }
  }
  return { answers, begun }
}

/** G03: staying, a third country, returning and waiting are all weighed. @source Directive 2024/1712 recital 23 */
export function alternativesExamined(context: Context): Finding {
  const { caseFile, on } = context
  const answers: Answer[] = []
  let begun: Reason | undefined
  for (const procedure of known(caseFile.bestInterests, on)) {
    const missing = alternativeKinds.filter((kind) => !procedure.alternatives.some((each) => each.kind === kind))
    const weighedOn = procedure.alternativesWeighedOn
    if (weighedOn === undefined || weighedOn > on || missing.length > 0) begun = { code: 'alternatives-incomplete' }
    else if (isProven(context, procedure)) answers.push({ says: 'yes', on: weighedOn })
    else begun = { code: 'evidence-missing', values: { document: context.gate.evidence } }
  }
  return { answers, begun }
}

/** G06: signed off, no open stop. A draft with an open stop already says no. @source CoE Convention art. 16(7) */
export const riskAssessed = (context: Context): Finding =>
  judge(context, context.caseFile.riskAssessments, (assessment) => {
    const stops = openStops(assessRisk(assessment, context.catalogue, context.on))
    if (stops.size > 0) return no('open-stops', { count: stops.size, factors: [...stops.keys()].join(', ') })
    return assessment.signedOff !== undefined && assessment.signedOff.happenedOn <= context.on ? yes : { code: 'not-signed-off' }
  })

/** G07. @source GC6 26–28; UtlL 12:19 a as information */
export function noLegalObstacle(context: Context): Finding {
  const { caseFile, on } = context
  const claims = known(caseFile.legal.protectionClaims, on)
  const claim = openClaim(claims)
  if (claim !== undefined)
    return { answers: [{ says: 'no', on, reason: { code: 'protection-claim-open', values: { date: claim.happenedOn } } }] }
  const settled = latest(claims)?.happenedOn ?? ''
  return judge(
    context,
    caseFile.legal.legalChecks.filter((check) => check.obstacle || check.happenedOn >= settled),
    (check) => (check.obstacle ? no('legal-obstacle') : yes),
  )
}

/** The newest claim while more have been opened than closed. */
function openClaim<Claim extends { readonly step: 'opened' | 'closed' }>(claims: readonly Claim[]): Claim | undefined {
  const opened = claims.filter((each) => each.step === 'opened')
  return opened.length > claims.length - opened.length ? opened.at(-1) : undefined
}

/** G18. @source Directive 2011/36 art. 15 */
export function policeInformed(context: Context): Finding {
  const finding = judge(context, context.caseFile.legal.policeContacts, (contact) =>
    contact.evidenceSecured && contact.canBeHeardRemotely ? yes : { code: 'evidence-not-secured' },
  )
  if (finding.answers.length > 0 || finding.begun !== undefined) return finding
  return {
    answers: [],
    begun: known(context.caseFile.legal.investigation, context.on).some((step) => step.step !== 'not-opened')
      ? { code: 'prosecutor-not-told' }
      : undefined,
  }
}

/** G19. @source CoE Convention art. 15; Brottsskadelag (2014:322) */
export const compensationClaimed = (context: Context): Finding =>
  judge(context, context.caseFile.legal.compensation, (step) => (step.step === 'explained' ? { code: 'only-explained' } : yes))
