import type { Context } from './facts.ts'
import type { Finding } from './findings.ts'
import {
  alternativesExamined,
  bestInterestsDecided,
  compensationClaimed,
  noLegalObstacle,
  policeInformed,
  riskAssessed,
} from './rules-assessment.ts'
import { freeConsent, guardianAppointed, prepared, reflectionExplained, viewsHeard } from './rules-child.ts'
import {
  budgetApproved,
  escortedTravel,
  fitToTravel,
  followUpAgreed,
  planCountersigned,
  secrecyChecked,
  travelDocumentValid,
} from './rules-plan.ts'
import {
  caregiverTraced,
  contingencyReady,
  homeAuthorityAgrees,
  homeStudied,
  receptionArranged,
  responsibilityTakenOver,
} from './rules-reception.ts'

/** What each safeguard of the catalogue asks the case file. A safeguard without a rule here is never met. */
export const gateRules: Readonly<Record<string, (context: Context) => Finding>> = {
  G01: guardianAppointed,
  G02: bestInterestsDecided,
  G03: alternativesExamined,
  G04: viewsHeard,
  G05: freeConsent,
  G06: riskAssessed,
  G07: noLegalObstacle,
  G08: caregiverTraced,
  G09: homeStudied,
  G10: homeAuthorityAgrees,
  G11: receptionArranged,
  G12: responsibilityTakenOver,
  G13: planCountersigned,
  G14: budgetApproved,
  G15: fitToTravel,
  G16: travelDocumentValid,
  G17: escortedTravel,
  G18: policeInformed,
  G19: compensationClaimed,
  G20: reflectionExplained,
  G21: secrecyChecked,
  G22: followUpAgreed,
  G23: prepared,
  G24: contingencyReady,
}
