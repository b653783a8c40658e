import type { CaseFile } from '../case/case-file.ts'
import { hideNames } from '../case/hide-names.ts'
import { minorUnitDigits } from '../money.ts'
import { fieldPathOf, itemNames } from './field-path.ts'
import { isRecord, own } from './json.ts'
import { namesSomebody } from './name-fields.ts'
import { applySteps, type ChangeStep, escaped } from './steps.ts'

/** A field and what it was and became, as the person may see it. `hidden`: a name, of which only the change is told. */
export type ShownChange = { readonly path: string; readonly from: string | null; readonly to: string | null; readonly hidden: boolean }

/** Fields that say nothing to a reader: ids and the moment of recording. */
const silent = new Set(['id', 'recordedAt', 'by', 'format', 'sha256', 'corrects'])

function moneyWords(value: unknown): string | undefined {
  if (!isRecord(value) || typeof value['amountMinor'] !== 'number' || typeof value['currency'] !== 'string') return undefined
  const digits = minorUnitDigits(value['currency']) ?? 0
  return `${(value['amountMinor'] / 10 ** digits).toFixed(digits)} ${value['currency']}`
}

/** What a value says in one line; a record, what its fields say. */
export function wordsOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((each) => each !== null)
      .join(', ')
  if (!isRecord(value)) return String(value)
  const money = moneyWords(value)
  if (money !== undefined) return money
  const said = Object.entries(value).filter(([name]) => !silent.has(name))
  return said
    .map(([, each]) => wordsOf(each))
    .filter((each) => each !== null && each !== '')
    .join(' · ')
}

export type Reader = { readonly caseFile: CaseFile; readonly namesShown: boolean }

/** Fields that name a person, a recipient, a paper or a budget line by its id. */
const refers = new Set('person responsible metBy livesWith escort to from recipient recipients evidence budgetLines document'.split(' '))

/** Nobody reads ids: a paper by its title, a budget line by what it is for, a person by name where names are shown, else by a code of the role. */
function withoutIds(reader: Reader, path: string, value: unknown): unknown {
  if (!refers.has(path.slice(path.lastIndexOf('/') + 1))) return value
  if (Array.isArray(value)) return value.map((each) => withoutIds(reader, path, each))
  const { people, recipients, documents, budget } = reader.caseFile
  const person = people.find(({ id }) => id === value)
  if (person !== undefined) return reader.namesShown ? person.name : person.roles[0]
  const recipient = recipients.find(({ id }) => id === value)
  if (recipient !== undefined) return reader.namesShown ? recipient.name : recipient.profile
  return documents.find(({ id }) => id === value)?.title ?? budget.lines.find(({ id }) => id === value)?.description ?? value
}

/** The words of a field for this reader: nothing of a name field, and no name in any other, unless names are shown. */
export function wordsFor({ caseFile, namesShown }: Reader, path: string, value: unknown): string | null {
  const words = wordsOf(withoutIds({ caseFile, namesShown }, path, value))
  if (words === null || namesShown) return words
  return namesSomebody(path) ? null : hideNames(words, caseFile)
}

/** Each field that lies under two values and differs, records and named lists opened up. */
export function* differences(path: string, before: unknown, after: unknown): Generator<readonly [string, unknown, unknown]> {
  if (moneyWords(before ?? after) === undefined && isRecord(before ?? after) && isRecord(after ?? before)) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
      if (!silent.has(name)) yield* differences(`${path}/${escaped(name)}`, own(was, name), own(is, name))
    return
  }
  const [was, is] = [Array.isArray(before) ? before : undefined, Array.isArray(after) ? after : undefined]
  const items = (was ?? is ?? []).concat(is ?? [])
  if ((was !== undefined || is !== undefined) && items.length > 0 && items.every(isRecord)) {
    yield* listDifferences(path, was ?? [], is ?? [])
    return
  }
  if (wordsOf(before) !== wordsOf(after)) yield [path, before, after]
}

function* listDifferences(path: string, was: readonly unknown[], is: readonly unknown[]): Generator<readonly [string, unknown, unknown]> {
  const listName = path.slice(path.lastIndexOf('/') + 1)
  const numbered = (list: readonly unknown[]) => list.map((_, index) => String(index))
  const ofWas = itemNames(was, listName)
  const ofIs = itemNames(is, listName)
  const [namesWas, namesIs] = ofWas === undefined || ofIs === undefined ? [numbered(was), numbered(is)] : [ofWas, ofIs]
  for (const name of new Set([...namesWas, ...namesIs])) {
    const [before, after] = [was[namesWas.indexOf(name)], is[namesIs.indexOf(name)]]
    yield* differences(`${path}/${escaped(name)}`, before, after)
  }
}

/** The steps of a change as fields with what they were and became; `before` is the document that they were made against. */
export function shownChanges(steps: readonly ChangeStep[], before: unknown, reader: Reader): readonly ShownChange[] {
  let document = before
  const shown: ShownChange[] = []
  for (const step of steps) {
    const path = fieldPathOf(document, step.path, step.before === undefined ? step.after : undefined)
    for (const [field, from, to] of differences(path, step.before, step.after)) shown.push(shownChange(reader, field, from, to))
    const applied = applySteps(document, [step])
    if (applied.ok) document = applied.value
  }
  return shown
}

export const shownChange = (reader: Reader, path: string, from: unknown, to: unknown): ShownChange => ({
  path,
  from: wordsFor(reader, path, from),
  to: wordsFor(reader, path, to),
  hidden: !reader.namesShown && namesSomebody(path),
})
