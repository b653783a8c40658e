import type { Failure, Input, Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import { sameValue } from '#domain/changes/json.ts'
import { differences, type Reader, shownChange } from '#domain/changes/shown-fields.ts'
import { planBasis, type VersionKind, versionsOf } from '#domain/changes/versions.ts'
import type { Result } from '#domain/result.ts'
import { done, refused } from '../outcome.ts'
import type { Ports, StoredCase } from '../ports.ts'

export function versionViews({ caseFile, namesShown }: Reader, kind: VersionKind): Output<'case.versions'>['versions'] {
  return versionsOf(caseFile, kind).map(({ id, on, by, codes }) => ({
    id,
    on,
    by: by === undefined ? null : namesShown ? by : hideNames(by, caseFile),
    codes,
  }))
}

type Asked = Pick<Input<'case.compare'>, 'kind' | 'one' | 'other'>

/** What differs between two versions of the same thing, field by field. */
export async function comparison(
  ports: Ports,
  stored: StoredCase,
  reader: Reader,
  { kind, one, other }: Asked,
): Promise<Result<Output<'case.compare'>, Failure>> {
  const [before, after] = [await versionAt(ports, stored, kind, one), await versionAt(ports, stored, kind, other)]
  if (before === undefined || after === undefined) return refused('no-such-version')
  const changes = [...differences(places[kind], before, after)].map(([path, from, to]) => shownChange(reader, path, from, to))
  return done({ changes })
}

/** Where the fields of each kind lie in the case, so that they bear the same labels there and here. */
const places: Readonly<Record<VersionKind, string>> = {
  risk: '/riskAssessments/0',
  'best-interests': '/bestInterests/0',
  override: '/overrides/0',
  budget: '/budget',
  plan: '',
}

async function versionAt(ports: Ports, { caseFile, version }: StoredCase, kind: VersionKind, id: number): Promise<unknown> {
  if (!versionsOf(caseFile, kind).some((each) => each.id === id)) return undefined
  switch (kind) {
    case 'risk':
      return caseFile.riskAssessments[id]
    case 'best-interests':
      return caseFile.bestInterests[id]
    case 'override':
      return caseFile.overrides[id]
    case 'budget':
      return budgetAt(ports, caseFile, version, id)
    case 'plan': {
      const from = caseFile.transfers.log[id]?.caseVersion
      return from === undefined || from > version ? undefined : planBasis(await ports.changes.at(caseFile.id, from))
    }
  }
}

/** Lines and rates as they stood when they were approved: in the first version of the case that holds the approval. */
async function budgetAt(ports: Ports, caseFile: CaseFile, version: number, id: number): Promise<unknown> {
  const approval = caseFile.budget.approvals[id]
  let [from, to] = [1, version]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const then = await ports.changes.at(caseFile.id, middle)
    // An approval never goes again, so that whoever holds it stands after whoever does not.
    if (then.budget.approvals.some((each) => sameValue(each, approval))) to = middle
    else from = middle + 1
  }
  const { lines, rates } = (await ports.changes.at(caseFile.id, from)).budget
  return { lines, rates }
}
