import type { PlanSection } from '#domain/catalogue/plan-profiles.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Words } from './words.ts'

/** What a section is set from. `number` is the place of a section in this copy, for references. */
export type SectionContext = {
  readonly model: PlanModel
  readonly words: Words
  number(section: PlanSection): string
}

const has: Readonly<Record<PlanSection, (model: PlanModel) => boolean>> = {
  child: () => true,
  guardian: (model) => model.guardian !== undefined || model.consent !== undefined,
  'best-interests': (model) => model.bestInterests !== undefined,
  risk: (model) => model.risk !== undefined,
  reception: (model) => model.reception !== undefined,
  reintegration: (model) => model.reintegration !== undefined,
  budget: (model) => model.budget !== undefined,
  travel: (model) => model.travel !== undefined,
  'follow-up': (model) => model.followUp !== undefined,
  contacts: (model) => model.alarm !== undefined || model.contacts.length > 0,
  signatures: (model) => model.signatures !== undefined,
  appendix: (model) => model.evidence.length > 0 || model.leftOut.length > 0,
}

/** Sections of this copy in its order; a part that is not there takes no number. */
export const sectionsOf = (model: PlanModel): readonly PlanSection[] => model.sections.filter((section) => has[section](model))

export function sectionContext(model: PlanModel, words: Words): SectionContext {
  const sections = sectionsOf(model)
  return { model, words, number: (section) => String(sections.indexOf(section) + 1) }
}
