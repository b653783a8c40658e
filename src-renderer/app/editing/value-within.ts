import { valueAt } from '#domain/changes/edits.ts'
import { isWithin } from '#domain/changes/field-path.ts'
import { segmentsOf } from '#domain/changes/steps.ts'
import type { Json } from './case-editing.tsx'

/** What stands at a path, out of the places that were read: the place itself, or one around it. */
export function valueWithin(values: Readonly<Record<string, Json>>, at: string): Json {
  const place = Object.keys(values)
    .filter((each) => isWithin(at, each))
    .toSorted((one, other) => other.length - one.length)[0]
  if (place === undefined) return null
  // The place is set back into the lists that lie around it, so that its items are found by their names.
  const around = (segmentsOf(place) ?? []).reduceRight<unknown>((inner, name) => ({ [name]: inner }), values[place])
  return jsonOr(valueAt(around, `${place}${at.slice(place.length)}`))
}

const jsonOr = (value: unknown): Json => (isJson(value) ? value : null)

const isJson = (value: unknown): value is Json =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isJson) : typeof value === 'object' && Object.values(value).every(isJson))
