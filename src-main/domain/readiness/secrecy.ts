import { ageOfChild } from '../case/age.ts'
import type { Transfers } from '../case/consent.ts'
import type { Recipient } from '../case/people.ts'
import type { TransferGround } from '../catalogue/transfers.ts'
import { type Context, isProven, isProvenBy, known, latest } from './facts.ts'
import { isSafePerson } from './safe-person.ts'
import { groundsFor, isSelectable } from './transfer-grounds.ts'

/** Why a recipient may not get the plan yet; each has its sentence under `readiness.secrecy.<code>`. */
export type SecrecyGap =
  | 'unknown-recipient'
  | 'recipient-not-safe'
  | 'not-checked'
  | 'may-not-be-disclosed'
  | 'evidence-missing'
  | 'consent-missing'
  | 'consent-withdrawn'
  | 'ground-not-allowed'
  | 'ground-incomplete'
  | 'swedish-interests-undecided'

export type SecrecyCoverage = {
  readonly recipient: string
  readonly coveredOn: string | undefined
  readonly gap: SecrecyGap | undefined
  readonly begun: boolean
}

type SecrecyCheck = Transfers['secrecyChecks'][number]
type Ground = TransferGround['dataProtection'][number]

/** Whether the plan may go to a recipient: secrecy, data protection and purpose are all answered, and no consent has been withdrawn. @source catalogue transferGrounds */
export function secrecyCoverage(context: Context, recipientId: string): SecrecyCoverage {
  const { caseFile, on } = context
  const checks = known(caseFile.transfers.secrecyChecks, on).filter((each) => each.recipient === recipientId && each.purpose === 'plan')
  const last = latest(checks)
  const begun = known(caseFile.transfers.secrecyChecks, on).some((each) => each.recipient === recipientId)
  const gap = gapOf(context, recipientId, last)
  return { recipient: recipientId, coveredOn: gap === undefined ? last?.happenedOn : undefined, gap, begun }
}

function gapOf(context: Context, recipientId: string, check: SecrecyCheck | undefined): SecrecyGap | undefined {
  const recipient = context.caseFile.recipients.find((each) => each.id === recipientId)
  if (recipient === undefined) return 'unknown-recipient'
  if (!isSafe(context, recipient)) return 'recipient-not-safe'
  const consent = consentFor(context, recipientId)
  if (consent === 'withdrawn') return 'consent-withdrawn'
  if (check === undefined) return 'not-checked'
  if (check.outcome === 'may-not-be-disclosed') return 'may-not-be-disclosed'
  if (!isProven(context, check)) return 'evidence-missing'
  const grounds = groundsFor(context, recipient)
  const secrecy = grounds?.secrecy.find((each) => each.id === check.secrecyGround)
  const protection = grounds?.dataProtection.find((each) => each.id === check.dataProtectionGround)
  if (grounds === undefined || secrecy === undefined || protection === undefined) return 'ground-not-allowed'
  if (!isSelectable(context, protection, recipient)) return 'ground-not-allowed'
  if (isIncomplete(protection, check) || isIncomplete(secrecy, check)) return 'ground-incomplete'
  if (grounds.swedishInterests && check.swedishInterests === undefined) return 'swedish-interests-undecided'
  return (secrecy.buildsOnConsent || protection.buildsOnConsent) && consent !== 'given' ? 'consent-missing' : undefined
}

/** A person behind a recipient must be known as safe to contact; unknown is not enough. @source Hemväg rule */
const isSafe = ({ caseFile }: Context, { kind, person }: Recipient): boolean =>
  person === undefined ? kind !== 'family' : isSafePerson(caseFile, person)

/**
 * Consent to the transfer since it was last withdrawn: the representative's, and the child's from the age at which it signs, or
 * where the child itself had said no.
 * @source OSL 12:2–3; catalogue DOC_CONSENT
 */
function consentFor(context: Context, recipientId: string): 'given' | 'withdrawn' | undefined {
  const { caseFile, catalogue, gate, on } = context
  const steps = known(caseFile.transfers.consents, on).filter((each) => each.purpose === 'plan' && each.recipients.includes(recipientId))
  const withdrawn = latest(steps.filter((each) => each.step === 'withdrawn'))
  const given = steps.filter((each) => each.step === 'given' && (withdrawn === undefined || each.happenedOn > withdrawn.happenedOn))
  const voices = given.filter((each) => isProvenBy(context, each, gate.alsoEvidence?.document)).flatMap((each) => each.by)
  const signsFrom = catalogue.documentTypes.find((each) => each.id === gate.alsoEvidence?.document)?.childSignsFrom ?? 0
  const childSigns = ageOfChild(caseFile.child, on).years >= signsFrom || withdrawn?.by.includes('child') === true
  const complete = voices.some((voice) => voice !== 'child') && (voices.includes('child') || !childSigns)
  if (complete) return 'given'
  return withdrawn === undefined ? undefined : 'withdrawn'
}

const isIncomplete = (ground: Ground, check: SecrecyCheck): boolean =>
  (ground.needs === 'law-cited' && check.lawCited === undefined) || (ground.needs === 'reason' && check.reason === undefined)
