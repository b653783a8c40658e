import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { PlanGoal } from '#domain/plan/reintegration-part.ts'
import type { Block } from '../model/blocks.ts'
import type { TableColumn } from '../model/tables.ts'
import { dataDate } from './formats.ts'
import { labelValues, note, optionalRow, row, ruled, section, sectionHeading, sentences } from './parts.ts'
import { linesIn, rowfuls } from './rows.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

const withBudget: readonly TableColumn[] = [{ width: 50 }, { width: 84 }, { width: 112 }, { width: 62 }, { width: 28 }, { width: 'fill' }]
const withoutBudget: readonly TableColumn[] = [{ width: 50 }, { width: 92 }, { width: 126 }, { width: 66 }, { width: 'fill' }]

export function reintegrationSection({ model, words, number }: SectionContext): Block {
  const { reintegration } = model
  if (reintegration === undefined) return section([])
  const showsBudget = reintegration.goals.some((goal) => goal.activities.some((activity) => activity.budget !== null))
  const heads = ['area', 'goal', 'activity', 'responsible', ...(showsBudget ? ['line'] : []), 'indicator']
  return section([
    sectionHeading(words, 'plan.sec.reintegration', number('reintegration')),
    ...ownGoals(model, words),
    ruled({
      columns: showsBudget ? withBudget : withoutBudget,
      head: heads.map((column) => words.say(`plan.reintegration.col.${column}`)),
      summary: words.say('plan.reintegration.table'),
      rows: reintegration.goals.flatMap((goal) =>
        rowfuls(goal.activities, linesOf).map((activities) => cells({ ...goal, activities }, showsBudget, words)),
      ),
    }),
    note(
      sentences(
        lastFollowUp(model) !== undefined &&
          words.say('plan.reintegration.period', { date: dataDate(lastFollowUp(model) ?? '', words.language) }),
        countersigned(model, words),
        words.say('plan.reintegration.closure'),
      ),
    ),
  ])
}

/** What the child wants, where no section of the copy tells of the child. */
function ownGoals({ child, sections }: PlanModel, words: Words): readonly Block[] {
  if (child.goal === null || sections.includes('child')) return []
  return [
    labelValues([
      row(words.say('plan.child.goals'), words.typed(child.goal)),
      ...optionalRow(words.say('plan.child.strengths'), child.strengths.map((each) => words.typed(each.replace(/\.?$/, '.'))).join(' ')),
    ]),
  ]
}

const lastFollowUp = (model: PlanModel): string | undefined => model.followUp?.contacts.at(-1)?.due

/** By the room of the three columns, the narrowest spelling of them. */
const linesOf = ({ text, responsible, indicator }: PlanGoal['activities'][number]): number =>
  Math.max(linesIn(text, 26), linesIn(responsible, 13), linesIn(indicator, 24))

function cells({ area, goal, activities }: PlanGoal, showsBudget: boolean, { say, typed }: Words): readonly string[] {
  const lines = (texts: readonly (string | null)[]) => [...new Set(texts.filter((text) => text !== null))].join('\n') || '–'
  return [
    say(`need-area.${area}`),
    typed(goal),
    lines(activities.map((each) => typed(each.text))),
    lines(activities.map((each) => typed(each.responsible))),
    ...(showsBudget ? [lines(activities.flatMap((each) => each.budget ?? []))] : []),
    lines(activities.map((each) => each.indicator && typed(each.indicator))),
  ]
}

function countersigned({ reintegration }: PlanModel, { say, language }: Words): string | false {
  const signed = reintegration?.countersigned ?? null
  if (signed === null) return false
  return say('plan.reintegration.countersigned', { name: signed.by ?? say('plan.recipient.family'), date: dataDate(signed.on, language) })
}
