import type { IndexItem } from '../catalogue/questionnaires.ts'
import { type Condition, renamed } from './condition.ts'
import type { Around, Common, ScaleOptions } from './expand.ts'
import type { FormQuestion } from './form.ts'
import type { ListItem } from './lists.ts'

export type Respondent = 'C' | 'G' | 'W'

/** A question of an index: its scale, weight, alarm and conditions are the item's own. */
export function indexQuestion(
  common: Common,
  item: ListItem & { readonly index: IndexItem },
  respondent: Respondent | undefined,
  around: Around,
  optionsOf: ScaleOptions,
): FormQuestion {
  const { index } = item
  const visibleWhen = together([common.visibleWhen, ...conditionsOf(index, respondent, around)])
  if (index.scale === null)
    return {
      ...common,
      kind: 'choice',
      visibleWhen,
      options: (index.choices ?? []).map((code) => ({ code, text: [`${item.text}.${code}`] })),
    }
  const scale = scaleFor(index.scale, respondent, around)
  return {
    ...common,
    kind: 'scale',
    visibleWhen,
    scale,
    options: optionsOf(scale, around.asked),
    scored: {
      item: index.id,
      dimension: index.dimension,
      weight: index.weight,
      respondent: respondent ?? null,
      alertAtOrBelow: 'alertAtOrBelow' in index ? index.alertAtOrBelow : null,
      unasked: 'withoutCaregiver' in index && index.withoutCaregiver === true ? 'missing' : 'not-applicable',
    },
  }
}

/** A young child answers five-step scales with a face; adults answer on the item's own. */
function scaleFor(scale: string, respondent: Respondent | undefined, { asked, scoring }: Around): string {
  const young = scoring?.youngScale
  return young !== undefined && respondent === 'C' && asked.age < young.underAge && young.insteadOf.includes(scale) ? young.scale : scale
}

function conditionsOf(index: IndexItem, respondent: Respondent | undefined, { section }: Around): readonly (Condition | null)[] {
  const flagged = section.whenFlagged ?? {}
  const suffix = respondent === undefined ? '' : `.${respondent}`
  return [
    index.visibleWhen === undefined ? null : renamed(index.visibleWhen, (id) => `${id}${suffix}`),
    'withoutCaregiver' in index && index.withoutCaregiver === true ? (flagged['withoutCaregiver'] ?? null) : null,
    'needs' in index && index.needs !== undefined ? (flagged[index.needs] ?? null) : null,
    'ageFrom' in index && index.ageFrom !== undefined ? { fact: 'age', atLeast: index.ageFrom } : null,
  ]
}

function together(conditions: readonly (Condition | null)[]): Condition | null {
  const all = conditions.filter((each) => each !== null)
  return all.length > 1 ? { all } : (all[0] ?? null)
}
