import { type CaseFile, caseFileSchema } from '../case/case-file.ts'
import { nameHider } from '../case/hide-names.ts'
import { textsOf } from './texts.ts'

/** One text of a case as search sees it. `hidden` is how it reads while names are hidden; absent where it is itself a name. */
export type Passage = {
  /** Which part of the case it stands in; its label is `search.area.<area>`. */
  readonly area: string
  readonly text: string
  readonly hidden: string | undefined
}

/** What points at a person: their names, and where one finds them. */
const nameFields = [
  ['child', 'givenName'],
  ['child', 'familyName'],
  ['people', '*', 'name'],
  ['people', '*', 'phone'],
  ['people', '*', 'email'],
  ['people', '*', 'streetAddress'],
] as const

const isName = (path: readonly string[]): boolean =>
  nameFields.some((field) => field.length === path.length && field.every((part, at) => part === '*' || part === path[at]))

/** Everything typed into a case, its reference first, and the words for some of its codes. @source Hemväg rule: names are searched only while they are shown */
export function passagesOf(caseFile: CaseFile, codedWords: readonly string[] = []): readonly Passage[] {
  const { reference } = caseFile
  const hide = nameHider(caseFile)
  const typed = textsOf(caseFileSchema, caseFile).map(({ path, text }) => ({
    area: path[0] ?? '',
    text,
    hidden: isName(path) ? undefined : hide(text),
  }))
  return [
    { area: 'reference', text: reference, hidden: reference },
    ...typed,
    ...codedWords.map((text) => ({ area: 'travel', text, hidden: text })),
  ]
}
