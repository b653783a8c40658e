import type { CaseFile } from '../case/case-file.ts'

/** What has immutable versions that can be laid beside each other. */
export const versionKinds = ['risk', 'best-interests', 'override', 'budget', 'plan'] as const
export type VersionKind = (typeof versionKinds)[number]

/** One version: its place in the list of the case, the day it came to stand, who made it stand, and codes that tell it from others. */
export type CaseVersion = {
  readonly id: number
  readonly on: string
  readonly by: string | undefined
  readonly codes: Readonly<Record<string, string | number>>
}

const numbered = <Item>(items: readonly Item[]) => items.map((item, id) => ({ item, id }))

/** The versions of one kind that stand, in the order of the case. */
export function versionsOf(caseFile: CaseFile, kind: VersionKind): readonly CaseVersion[] {
  switch (kind) {
    case 'risk':
      return numbered(caseFile.riskAssessments).flatMap(({ item: { signedOff }, id }) =>
        signedOff === undefined ? [] : [{ id, on: signedOff.happenedOn, by: signedOff.by, codes: {} }],
      )
    case 'best-interests':
      return numbered(caseFile.bestInterests).flatMap(({ item: { decision, panel }, id }) =>
        decision === undefined
          ? []
          : [{ id, on: decision.decidedOn, by: panel.find((each) => each.chair)?.name, codes: { outcome: decision.outcome } }],
      )
    case 'override':
      return numbered(caseFile.overrides).map(({ item, id }) => ({
        id,
        on: item.happenedOn,
        by: item.decidedBy,
        codes: { gate: item.gate },
      }))
    case 'budget':
      return numbered(caseFile.budget.approvals).map(({ item, id }) => ({ id, on: item.happenedOn, by: item.by, codes: {} }))
    case 'plan':
      return numbered(caseFile.transfers.log)
        .filter(({ item }) => item.purpose === 'plan')
        .map(({ item, id }) => ({
          id,
          on: item.happenedOn,
          by: item.by,
          codes: { version: item.planVersion, profile: item.profile, language: item.language },
        }))
  }
}

/** Fields of a case that no plan is set from. */
const notInPlans = new Set(['notes', 'questionnaires', 'tasks', 'transfers', 'overrides', 'lastEntryOn', 'translations'])

/** The part of a case that a plan is set from, as far as it may differ between two of them. */
export const planBasis = (caseFile: CaseFile): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(caseFile).filter(([name]) => !notInPlans.has(name)))
