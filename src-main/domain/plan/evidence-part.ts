import { known, latest } from '../readiness/facts.ts'
import { gets, type PlanContext } from './plan-context.ts'

export type PlanEvidence = {
  readonly type: string
  readonly issuedOn: string /** When the declaration that it holds was confirmed again. */
  readonly confirmedOn: string | null
  readonly issuer: string
  readonly sha256: string | null
}

/** The last document of each type that a partner may hear of, by date; never its title or content. */
export function evidencePart(context: PlanContext): readonly PlanEvidence[] {
  if (!gets(context, 'evidence.documents')) return []
  const { caseFile, catalogue, on } = context
  const declared = declaration(context)
  return catalogue.planProfiles.evidence
    .flatMap((type) => {
      if (type === 'DOC_VOLDECL' && declared !== undefined) return declared
      const all = caseFile.documents.filter((document) => document.type === type && document.issuedOn <= on)
      return latest(all.map((document) => ({ ...document, happenedOn: document.issuedOn, confirmedOn: null }))) ?? []
    })
    .map(({ type, issuedOn, confirmedOn, issuer, sha256 }) => ({ type, issuedOn, confirmedOn, issuer, sha256: sha256 ?? null }))
    .toSorted((one, other) => (one.issuedOn < other.issuedOn ? -1 : one.issuedOn > other.issuedOn ? 1 : 0))
}

/** The document of the declaration itself, not of its confirmation. */
function declaration({ caseFile, on }: PlanContext) {
  const steps = known(caseFile.returnDeclarations, on)
  const given = latest(steps.filter((each) => each.step === 'given'))
  const again = latest(steps.filter((each) => each.step === 'confirmed' && each.happenedOn > (given?.happenedOn ?? '')))
  const document = caseFile.documents.find(
    ({ id, type, issuedOn }) => type === 'DOC_VOLDECL' && issuedOn <= on && given?.evidence?.includes(id),
  )
  return document === undefined ? undefined : { ...document, confirmedOn: again?.happenedOn ?? null }
}
