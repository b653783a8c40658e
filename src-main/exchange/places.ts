export type Place = { readonly path: readonly (string | number)[]; readonly value: unknown }

/** Every place of parsed JSON that a pattern names, `people[].appointments[].step`; what has another shape there is passed over. */
export function placesAt(root: unknown, pattern: string): readonly Place[] {
  const steps = pattern.split(/\.|(?=\[\])/)
  return steps.reduce<readonly Place[]>((places, step) => places.flatMap((place) => below(place, step)), [{ path: [], value: root }])
}

function below({ path, value }: Place, step: string): readonly Place[] {
  if (step === '[]') return Array.isArray(value) ? value.map((item, index) => ({ path: [...path, index], value: item })) : []
  const found = fieldOf(value, step)
  return found === undefined ? [] : [{ path: [...path, step], value: found }]
}

/** A field of an object, or undefined. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return undefined
  return Reflect.get(value, name)
}

/** Deeper than any case file; what lies below has no place in it and is refused by the schema. */
const deepest = 32

/** All objects of parsed JSON with their place. */
export function objectsIn(root: unknown): readonly Place[] {
  const waiting: Place[] = [{ path: [], value: root }]
  const objects: Place[] = []
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { path, value } = place
    if (typeof value !== 'object' || value === null || path.length > deepest) continue
    if (!Array.isArray(value)) objects.push(place)
    for (const [key, child] of Object.entries(value))
      waiting.push({ path: [...path, Array.isArray(value) ? Number(key) : key], value: child })
  }
  return objects
}
