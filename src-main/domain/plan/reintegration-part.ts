import { known, latest } from '../readiness/facts.ts'
import { extentOf, type PlanContext } from './plan-context.ts'

export type PlanGoal = {
  readonly area: string
  readonly goal: string
  readonly activities: readonly {
    readonly text: string
    readonly responsible: string
    readonly indicator: string | null
    /** Budget categories; null where the profile gets no budget. */
    readonly budget: readonly string[] | null
  }[]
}

export type ReintegrationPart = {
  readonly goals: readonly PlanGoal[]
  readonly countersigned: { readonly by: string | null; readonly profile: string; readonly on: string; readonly version: number } | null
}

export function reintegrationPart(context: PlanContext): ReintegrationPart | undefined {
  const extent = extentOf(context.profile, 'reintegration.goals')
  if (extent === undefined) return undefined
  const { reintegration, budget } = context.caseFile
  const categoryOf = (id: string) => budget.lines.find((line) => line.id === id)?.category
  return {
    goals: reintegration.goals.map(({ area, goal, activities }) => ({
      area,
      goal,
      activities: activities.map(({ text, responsible, indicator, budgetLines }) => ({
        text,
        responsible,
        indicator: indicator ?? null,
        budget: extent === 'full' ? [...new Set(budgetLines.flatMap((id) => categoryOf(id) ?? []))].toSorted() : null,
      })),
    })),
    countersigned: countersignedOn(context),
  }
}

export function countersignedOn({ caseFile, on }: PlanContext): ReintegrationPart['countersigned'] {
  const last = latest(known(caseFile.reintegration.countersignatures, on))
  const recipient = caseFile.recipients.find(({ id }) => id === last?.recipient)
  if (last === undefined || recipient === undefined) return null
  return {
    by: recipient.kind === 'family' ? null : recipient.name,
    profile: recipient.profile,
    on: last.happenedOn,
    version: last.planVersion,
  }
}
