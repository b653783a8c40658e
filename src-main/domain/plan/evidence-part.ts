import { latest } from '../readiness/facts.ts'
import { gets, type PlanContext } from './plan-context.ts'

export type PlanEvidence = { readonly type: string; readonly issuedOn: string; readonly issuer: string; readonly sha256: string | null }

/** The last document of each type that a partner may hear of, by date; never its title or content. */
export function evidencePart(context: PlanContext): readonly PlanEvidence[] {
  if (!gets(context, 'evidence.documents')) return []
  const { caseFile, catalogue, on } = context
  return catalogue.planProfiles.evidence
    .flatMap((type) => {
      const all = caseFile.documents.filter((document) => document.type === type && document.issuedOn <= on)
      return latest(all.map((document) => ({ ...document, happenedOn: document.issuedOn }))) ?? []
    })
    .map(({ type, issuedOn, issuer, sha256 }) => ({ type, issuedOn, issuer, sha256: sha256 ?? null }))
    .toSorted((one, other) => (one.issuedOn < other.issuedOn ? -1 : one.issuedOn > other.issuedOn ? 1 : 0))
}
