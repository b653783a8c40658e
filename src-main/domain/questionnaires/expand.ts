import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EnabledScoring } from '../catalogue/questionnaires.ts'
import { type Condition, renamed } from './condition.ts'
import type { Definition, Place, QuestionDefinition, SectionDefinition } from './definition.ts'
import { indexQuestion } from './expand-index.ts'
import type { Form, FormQuestion, FormSection } from './form.ts'
import { itemsOf, type ListItem } from './lists.ts'

/** What a form is written out for. `age` decides which scale a child answers on. */
export type Asked = { readonly catalogue: Catalogue; readonly age: number }

export type Around = {
  readonly asked: Asked
  readonly form: string
  readonly section: SectionDefinition
  readonly scoring: EnabledScoring | undefined
}

export const formOf = ({ id, version }: Pick<Definition, 'id' | 'version'>): string => `${id}@${version}`

/** The table that scores a form; nothing where it has none, or one that nobody has supplied yet. */
export function scoringOf({ scoring }: { readonly scoring?: string | null | undefined }, catalogue: Catalogue): EnabledScoring | undefined {
  const table = catalogue.scoring.find(({ id }) => id === scoring)
  return table?.enabled === true ? table : undefined
}

/** Writes a definition out with the catalogue's lists: one question for each item that a section walks. */
export function expand(definition: Definition, asked: Asked): Form {
  const {
    version: _version,
    id: _id,
    feeds: _feeds,
    carryOver: _carryOver,
    scoring,
    validity,
    sections,
    target,
    ...provenance
  } = definition
  const form = formOf(definition)
  return {
    form,
    target,
    scoring: scoring ?? null,
    ...provenance,
    renewAfterDays: daysOf(validity, asked.catalogue),
    sections: sections.map((section) => expandSection({ asked, form, section, scoring: scoringOf(definition, asked.catalogue) })),
  }
}

function daysOf(validity: Definition['validity'], { gates }: Catalogue): number | null {
  if (validity === undefined) return null
  return 'gate' in validity ? (gates.find(({ id }) => id === validity.gate)?.validDays ?? null) : validity.renewAfterDays
}

function expandSection(around: Around): FormSection {
  const { asked, form, section } = around
  const items = section.each === undefined ? [undefined] : narrowed(itemsOf(section.each.list, asked.catalogue), section.each.where ?? {})
  return {
    id: section.id,
    text: [`form.${form}.${section.id}`],
    speaker: section.speaker ?? null,
    visibleWhen: section.visibleWhen ?? null,
    questions: items.flatMap((item) => section.questions.map((question) => expandQuestion(question, item, around))),
  }
}

const narrowed = (items: readonly ListItem[], where: Readonly<Record<string, string>>): readonly ListItem[] =>
  items.filter(({ fields }) => Object.entries(where).every(([field, value]) => fields[field]?.includes(value)))

const named = (id: string, item: ListItem | undefined): string => (item === undefined ? id : id.replace('$', item.id))

/** The name of a question within its texts, the item left out. */
const wordOf = (id: string): string => id.replace('$.', '').replace('$', 'item')

export type Common = Pick<FormQuestion, 'id' | 'text' | 'about' | 'required' | 'visibleWhen' | 'without' | 'help' | 'place'>

function commonOf(question: QuestionDefinition, item: ListItem | undefined, { form, section }: Around): Common {
  const key = `form.${form}.${section.id}.${wordOf(question.id)}`
  const isItem = item !== undefined && (question.kind === 'risk' || question.kind === 'item')
  return {
    id: named(question.id, item),
    text: isItem ? [item.text] : [key],
    about: item === undefined || isItem ? null : [item.text],
    required: question.required ?? false,
    visibleWhen: conditionFor(question.visibleWhen, item),
    without: question.without ?? [],
    help: question.help === undefined ? null : { text: [`${key}.help`], ...question.help },
    place: question.place === undefined ? null : placeOf(question.place, item),
  }
}

const conditionFor = (condition: Condition | undefined, item: ListItem | undefined): Condition | null =>
  condition === undefined ? null : renamed(condition, (id) => named(id, item))

function placeOf(place: Place, item: ListItem | undefined): FormQuestion['place'] {
  if (!('list' in place)) return { field: place.field, lines: place.lines ?? false, item: null }
  return {
    field: place.list,
    lines: false,
    item: { key: place.key, id: named(place.item, item), field: place.field ?? null, makes: place.makes ?? false },
  }
}

function expandQuestion(question: QuestionDefinition, item: ListItem | undefined, around: Around): FormQuestion {
  const common = commonOf(question, item, around)
  switch (question.kind) {
    case 'choice':
    case 'several':
      return { ...common, kind: question.kind, options: optionsOf(question.options, common, around) }
    case 'scale':
      return { ...common, kind: 'scale', scale: question.scale, options: scaleOptions(question.scale, around.asked), scored: null }
    case 'risk':
      return { ...common, kind: 'risk', stop: item?.stop ?? false }
    case 'text':
      return { ...common, kind: 'text', long: question.long ?? false }
    case 'words':
    case 'date':
    case 'partial-date':
      return { ...common, kind: question.kind }
    case 'document':
      return { ...common, kind: 'document', type: question.type ?? null }
    case 'item':
      if (item?.index === undefined)
        throw new RangeError(`${common.id} is of kind item but its list has no items that say how they are asked`)
      return indexQuestion(common, { ...item, index: item.index }, question.respondent, around, scaleOptions)
  }
}

type Options = Extract<QuestionDefinition, { kind: 'choice' }>['options']

function optionsOf(options: Options, { text }: Common, { asked }: Around) {
  if ('list' in options) return itemsOf(options.list, asked.catalogue).map((item) => ({ code: item.id, text: [item.text] }))
  return options.codes.map((code) => ({ code, text: [`${text[0]}.${code}`, `answer-code.${code}`] }))
}

export type ScaleOptions = (scale: string, asked: Asked) => { code: string; value: number; text: string[] }[]

const scaleOptions: ScaleOptions = (scale, { catalogue }) =>
  (catalogue.answerScales.find(({ id }) => id === scale)?.options ?? []).map(({ code, value }) => ({
    code,
    value,
    text: [`answer-scale.${scale}.${code}`],
  }))
