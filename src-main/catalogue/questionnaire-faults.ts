import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import { followUpTools } from '#domain/catalogue/follow-up.ts'
import { questionsIn } from '#domain/questionnaires/condition.ts'
import type { Definition, QuestionDefinition } from '#domain/questionnaires/definition.ts'
import { expand } from '#domain/questionnaires/expand.ts'
import { questionsOf } from '#domain/questionnaires/form.ts'
import { type CatalogueFault, catalogueFault } from './faults.ts'

/** What a form names that is not there: scales, tables, safeguards, lists without items, questions that come later or never. */
export function definitionFaults(definition: Definition, catalogue: Catalogue): readonly CatalogueFault[] {
  const file = `questionnaires/${definition.id}/${definition.version}.json`
  const fault = (code: CatalogueFault['code'], path: string, found: string) => catalogueFault(file, path, code, { found })
  const named = [...namedIn(definition, catalogue), ...itemsWithoutList(definition)].map(({ path, found }) =>
    fault('unknown-reference', path, found),
  )
  return named.length > 0 ? named : orderFaults(definition, catalogue).map(({ code, found }) => fault(code, '$.sections', found))
}

type Missing = { readonly path: string; readonly found: string }

function namedIn({ scoring, feeds, validity, sections }: Definition, catalogue: Catalogue): readonly Missing[] {
  const among = (path: string, id: string | undefined, list: readonly string[]): readonly Missing[] =>
    id === undefined || list.includes(id) ? [] : [{ path, found: id }]
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return [
    ...among('$.scoring', scoring, ids(catalogue.scoring)),
    ...among('$.validity', validity !== undefined && 'gate' in validity ? validity.gate : undefined, ids(catalogue.gates)),
    ...feeds.flatMap((each) => [
      ...among('$.feeds', 'gate' in each ? each.gate : undefined, ids(catalogue.gates)),
      ...among('$.feeds', 'followUpTool' in each ? each.followUpTool : undefined, followUpTools),
    ]),
    ...sections.flatMap(({ questions }, index) =>
      questions.flatMap((question) => [
        ...among(`$.sections[${index}]`, question.kind === 'scale' ? question.scale : undefined, ids(catalogue.answerScales)),
        ...among(`$.sections[${index}]`, question.kind === 'document' ? question.type : undefined, ids(catalogue.documentTypes)),
      ]),
    ),
  ]
}

const indexLists: readonly string[] = ['childIndexItems', 'rssStyleItems']

/** An item's own question needs a list whose items say how they are asked. */
const itemsWithoutList = ({ sections }: Definition): readonly Missing[] =>
  sections.flatMap(({ each, questions }, index) =>
    questions.filter((question) => !fits(question, each?.list)).map(({ id }) => ({ path: `$.sections[${index}]`, found: id })),
  )

function fits({ id, kind }: QuestionDefinition, list: string | undefined): boolean {
  if (kind === 'item') return list !== undefined && indexLists.includes(list)
  if (kind === 'risk' && list !== 'riskFactors') return false
  return id.includes('$') === (list !== undefined)
}

/** A condition may ask only about what stands above it, so that no answer can hide itself. */
function orderFaults(definition: Definition, catalogue: Catalogue) {
  const form = expand(definition, { catalogue, age: 17 })
  const faults: { readonly code: CatalogueFault['code']; readonly found: string }[] = []
  const before = new Set<string>()
  for (const section of form.sections) {
    if (section.questions.length === 0) faults.push({ code: 'unknown-reference', found: section.id })
    for (const id of section.visibleWhen === null ? [] : questionsIn(section.visibleWhen))
      if (!before.has(id)) faults.push({ code: 'unknown-reference', found: id })
    for (const question of section.questions) {
      for (const id of question.visibleWhen === null ? [] : questionsIn(question.visibleWhen))
        if (!before.has(id)) faults.push({ code: 'unknown-reference', found: id })
      if (before.has(question.id)) faults.push({ code: 'duplicate-id', found: question.id })
      before.add(question.id)
    }
  }
  const known = new Set(questionsOf(form).map(({ id }) => id))
  for (const id of Object.values(definition.carryOver?.renamed ?? {}))
    if (!known.has(id)) faults.push({ code: 'unknown-reference', found: id })
  return faults
}
