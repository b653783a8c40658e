import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** Each planted word with the place in the case file where it stands, `people.aunt.phone`: people, documents and recipients by id. */
export type Planted = { readonly caseFile: CaseFile; readonly places: ReadonlyMap<string, string> }

const wordOf = (number: number): string => `Qz${String(number).padStart(4, '0')}x`

/**
 * Puts a word of its own into every text of a case file that can hold one, and leaves the file valid: ids, codes and days stay.
 * Whatever of these words comes out again has come from exactly one place.
 */
export function plantMarkers(caseFile: CaseFile): Planted {
  const ids = new Set(idsIn(caseFile as unknown as Json))
  const takesWords = new Map<string, boolean>()
  const places = new Map<string, string>()
  let planted: Json = caseFile as unknown as Json
  for (const leaf of leavesOf(planted)) {
    if (ids.has(leaf.text)) continue
    const word = wordOf(places.size + 1)
    const changed = replaced(planted, leaf.path, word)
    const pattern = leaf.path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.')
    if (!takesWords.has(pattern)) takesWords.set(pattern, caseFileSchema.safeParse(changed).success)
    if (takesWords.get(pattern) !== true) continue
    planted = changed
    places.set(word, placeOf(caseFile as unknown as Json, leaf.path))
  }
  return { caseFile: caseFileSchema.parse(planted), places }
}

type Path = readonly (string | number)[]

function* leavesOf(value: Json, path: Path = []): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* leavesOf(each, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* leavesOf(each as Json, [...path, key])
}

function* idsIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* idsIn(each)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      if (key === 'id' && typeof each === 'string') yield each
      else yield* idsIn(each as Json)
    }
}

function replaced(value: Json, [step, ...rest]: Path, text: string): Json {
  if (step === undefined) return text
  if (Array.isArray(value)) return value.map((each: Json, index) => (index === step ? replaced(each, rest, text) : each))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === step ? replaced(each as Json, rest, text) : each]))
  return value
}

/** List places without a number; people and recipients by id, documents by type. */
function placeOf(root: Json, path: Path): string {
  let value = root
  const names: string[] = []
  for (const step of path) {
    value = Array.isArray(value) && typeof step === 'number' ? (value[step] as Json) : (value as { [key: string]: Json })[step]
    if (typeof step === 'string') names.push(step)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const named = value as { readonly id?: Json; readonly type?: Json }
      const list = names.at(-1)
      const name = list === 'documents' ? named.type : list === 'people' || list === 'recipients' ? named.id : undefined
      if (typeof name === 'string') names.push(name)
    }
  }
  return names.join('.')
}

/** Planted words in a text, by the places that they come from. */
export function placesIn(text: string, { places }: Planted): readonly string[] {
  const found = new Set([...text.matchAll(/Qz\d{4}x/g)].flatMap(([word]) => places.get(word) ?? []))
  return [...found].toSorted()
}
