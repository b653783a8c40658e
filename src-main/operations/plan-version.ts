import type { StoredCase } from './ports.ts'

export type PlanVersion = { readonly version: number; readonly replaces: { readonly version: number; readonly on: string } | null }

/**
 * The whole number of the next signed plan. Copies set from the same case for several recipients share one; any change of the case
 * makes a new one, which names what it replaces. Each logged copy raises the case's version by one, and nothing else.
 */
export function nextPlanVersion({ caseFile, version }: StoredCase): PlanVersion {
  const copies = caseFile.transfers.log
    .filter((each) => each.purpose === 'plan')
    .toSorted((one, other) => one.caseVersion - other.caseVersion)
  const last = copies.at(-1)
  const signed = caseFile.reintegration.countersignatures.map((each) => ({ version: each.planVersion, on: each.happenedOn }))
  if (last !== undefined && version === last.caseVersion + 1) {
    const earlier = [...copies.map((each) => ({ version: each.planVersion, on: each.happenedOn })), ...signed]
    return { version: last.planVersion, replaces: newest(earlier.filter((each) => each.version < last.planVersion)) }
  }
  const replaces = newest([...copies.map((each) => ({ version: each.planVersion, on: each.happenedOn })), ...signed])
  return { version: (replaces?.version ?? 0) + 1, replaces }
}

const newest = (all: readonly { readonly version: number; readonly on: string }[]) =>
  all.toSorted((one, other) => one.version - other.version || (one.on < other.on ? -1 : 1)).at(-1) ?? null
