import type { Catalogue } from '#domain/catalogue/catalogue.ts'

/** The file of each part of the catalogue, inside its folder. */
export const catalogueFiles = {
  version: 'edition.json',
  gates: 'gates.json',
  bestInterestsFactors: 'best-interests-factors.json',
  bestInterestsOutcomes: 'best-interests-outcomes.json',
  documentTypes: 'document-types.json',
  riskScheme: 'risk-scheme.json',
  riskStopRules: 'risk-stop-rules.json',
  riskFactors: 'risk-factors.json',
  protectiveFactors: 'protective-factors.json',
  permits: 'permits.json',
  compensationRules: 'compensation-rules.json',
  deadlines: 'deadlines.json',
  retentionRules: 'retention-rules.json',
  transferGrounds: 'transfer-grounds.json',
  followUpTemplate: 'follow-up-template.json',
  redFlags: 'red-flags.json',
  planProfiles: 'plan-profiles.json',
  budgetCategories: 'budget-categories.json',
  ceilings: 'ceilings.json',
  countries: 'countries.json',
  answerScales: 'answer-scales.json',
  rssStyleItems: 'rss-style-items.json',
  childIndexItems: 'child-index-items.json',
  scoring: 'scoring.json',
  bbicAreas: 'bbic-areas.json',
  partnerServices: 'partner-services.json',
  adviceTopics: 'advice-topics.json',
} as const satisfies Record<keyof Catalogue, `${string}.json`>

export type Part = keyof Catalogue
