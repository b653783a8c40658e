import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import { type Definition, definitionSchema } from '#domain/questionnaires/definition.ts'
import { expand } from '#domain/questionnaires/expand.ts'
import { keysOf } from '#domain/questionnaires/form.ts'
import type { Result } from '#domain/result.ts'
import { type CatalogueFault, catalogueFault } from './faults.ts'
import { type Language, languages, readMessages } from './messages.ts'
import { definitionFaults } from './questionnaire-faults.ts'
import { shapeFaults } from './shape-faults.ts'

/** A folder of forms, `<id>/<version>.json`, and the folder with their texts by language. */
export type FormPlace = { readonly forms: URL; readonly messages: URL }

/** The forms that can be filled in, and what they say. */
export type Library = {
  readonly definitions: readonly Definition[]
  /** The text of the first key that has one. */
  readonly text: (language: Language, keys: readonly string[]) => string | undefined
}

const shippedList = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))

/**
 * Reads and checks the forms of some folders: shape, names in the catalogue, conditions that look back only, a text in each language for
 * everything that is shown, and that no shipped version has been edited. Every fault is reported, none is thrown.
 */
export function loadQuestionnaires(places: readonly FormPlace[], catalogue: Catalogue): Result<Library, readonly CatalogueFault[]> {
  const texts = new Map(
    languages.map((language) => [language, new Map(places.flatMap(({ messages }) => [...readMessages(language, messages)]))]),
  )
  const text: Library['text'] = (language, keys) => keys.map((key) => texts.get(language)?.get(key)).find((each) => each !== undefined)
  const faults: CatalogueFault[] = []
  const definitions: Definition[] = []
  for (const { forms } of places) {
    const read = readPlace(forms)
    if (!read.ok) faults.push(...read.error)
    else definitions.push(...read.value)
  }
  for (const definition of definitions) {
    const found = definitionFaults(definition, catalogue)
    faults.push(...(found.length > 0 ? found : withoutText(definition, catalogue, text)))
  }
  return faults.length > 0 ? { ok: false, error: faults } : { ok: true, value: { definitions, text } }
}

const nameOf = ({ id, version }: Definition): string => `questionnaires/${id}/${version}.json`

/** The mark of a version: of what it says, so that its layout may change. */
export const markOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')

function readPlace(forms: URL): Result<readonly Definition[], readonly CatalogueFault[]> {
  const list = new URL('shipped.json', forms)
  const shipped = existsSync(list) ? shippedList.parse(JSON.parse(readFileSync(list, 'utf8'))) : undefined
  const files = readdirSync(forms, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(new URL(`${name}/`, forms)).map((file) => `${name}/${file}`))
    .toSorted()
  const read = files.map((file) => readForm(forms, file, shipped))
  const faults = read.flatMap((each) => (each.ok ? [] : each.error))
  const gone = Object.keys(shipped ?? {}).filter((form) => !files.includes(`${form.replace('@', '/')}.json`))
  faults.push(...gone.map((form) => catalogueFault(`questionnaires/${form.replace('@', '/')}.json`, '$', 'unreadable')))
  return faults.length > 0 ? { ok: false, error: faults } : { ok: true, value: read.flatMap((each) => (each.ok ? [each.value] : [])) }
}

function readForm(
  forms: URL,
  file: string,
  shipped: Readonly<Record<string, string>> | undefined,
): Result<Definition, readonly CatalogueFault[]> {
  const named = `questionnaires/${file}`
  let content: unknown
  try {
    content = JSON.parse(readFileSync(new URL(file, forms), 'utf8'))
  } catch (error) {
    return { ok: false, error: [catalogueFault(named, '$', 'not-json', { found: error instanceof SyntaxError ? error.message : '' })] }
  }
  const parsed = definitionSchema.safeParse(content)
  if (!parsed.success) {
    const found = shapeFaults(parsed.error.issues, content, new Map())
    return { ok: false, error: found.map(({ path, code, ...values }) => catalogueFault(named, path, code, values)) }
  }
  const form = file.slice(0, -'.json'.length).replace('/', '@')
  if (form !== `${parsed.data.id}@${parsed.data.version}`)
    return { ok: false, error: [catalogueFault(named, '$.id', 'unknown-reference', { found: parsed.data.id })] }
  const mark = shipped?.[form]
  if (shipped !== undefined && mark !== markOf(content))
    return {
      ok: false,
      error: [
        catalogueFault(named, '$', mark === undefined ? 'not-listed' : 'shipped-and-edited', { found: form, expected: markOf(content) }),
      ],
    }
  return { ok: true, value: parsed.data }
}

/** Ages on both sides of every rule that looks at the age. */
const ages = [6, 17]

function withoutText(definition: Definition, catalogue: Catalogue, text: Library['text']): readonly CatalogueFault[] {
  const title = `form.${definition.id}@${definition.version}`
  const shown = [[title], [`${title}.line`], ...ages.flatMap((age) => keysOf(expand(definition, { catalogue, age })))]
  const keys = new Map(shown.map((each) => [each.join(' '), each]))
  return [...keys.values()].flatMap((each) =>
    languages
      .filter((language) => text(language, each) === undefined)
      .map((language) => catalogueFault(nameOf(definition), '$', 'no-text', { found: each[0] ?? '', expected: language })),
  )
}
