import { patternOf } from './field-path.ts'
import { segmentsOf } from './steps.ts'

/** Items that the catalogue names, by the list they stand in. */
const catalogueLists: Readonly<Record<string, string>> = {
  findings: 'risk-factor',
  factors: 'best-interests-factor',
  alternatives: 'alternative',
}

/** Message keys that name a field to a person: the part of the case, the item where the catalogue names it, and the field. */
export type FieldLabel = { readonly part: string; readonly item: string | undefined; readonly field: string | undefined }

export function labelOf(path: string): FieldLabel {
  const names = patternOf(path).split('.')
  const segments = segmentsOf(path) ?? []
  const list = segments.findIndex((segment) => Object.hasOwn(catalogueLists, segment))
  const item = segments[list + 1]
  const last = names.length > 1 ? names.at(-1) : undefined
  return {
    part: `field.${names[0] ?? ''}`,
    item: list < 0 || item === undefined ? undefined : `${catalogueLists[segments[list] ?? ''] ?? ''}.${item}`,
    field: last === undefined ? undefined : `field-part.${last}`,
  }
}
