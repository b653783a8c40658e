import type { CaseFile } from '../case/case-file.ts'

/** One value of a case file: where it stands, in which entry of which list, and what it is called. */
export type Leaf = {
  /** JSON pointer. */
  readonly pointer: string
  /** Names of the lists and parts that lead to it, without numbers: `child`, `placements`. */
  readonly trail: readonly string[]
  /** The entry of a list that it belongs to, as a pointer; the part itself where it stands in no list. */
  readonly entry: string
  readonly field: string
  readonly value: string | number | boolean
}

/** What is about the file and not about anybody in it. */
const technical = new Set(['format', 'id', 'recordedAt', 'form', 'catalogueVersion', 'sha256', 'template', 'caseVersion', 'zone', 'code'])

/** Every value of a case file in its own order. A value of a kind that nobody has thought of yet is there too. */
export function leavesOf(caseFile: CaseFile): readonly Leaf[] {
  return Object.entries(caseFile).flatMap(([part, value]) =>
    walk(value, { pointer: `/${part}`, trail: [part], entry: `/${part}`, field: part }),
  )
}

type Place = Omit<Leaf, 'value'>

function walk(value: unknown, place: Place): readonly Leaf[] {
  // What was answered is about somebody, also where it is a code.
  if (technical.has(place.field) && !place.trail.includes('answers')) return []
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ ...place, value }]
  if (Array.isArray(value)) return value.flatMap((each, at) => walk(each, inList(place, each, at)))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => walk(inner, inRecord(place, field, inner)))
}

/** Entries are records; a list of plain values belongs to whatever it stands in. */
function inList(place: Place, value: unknown, at: number): Place {
  const pointer = `${place.pointer}/${at}`
  return typeof value === 'object' ? { ...place, pointer, entry: pointer } : { ...place, pointer }
}

function inRecord({ pointer, trail, entry }: Place, field: string, inner: unknown): Place {
  const deeper = typeof inner === 'object' && !(Array.isArray(inner) && typeof inner[0] !== 'object')
  return { pointer: `${pointer}/${field}`, trail: deeper ? [...trail, field] : trail, entry, field }
}
