import { nameHider } from '../case/hide-names.ts'
import { itemNames } from './field-path.ts'
import { isRecord } from './json.ts'
import { namesSomebody } from './name-fields.ts'
import type { Reader } from './shown-fields.ts'
import { escaped } from './steps.ts'

/** A value as its reader may see it, and the paths of what is hidden in it. */
export type Readable = { readonly value: unknown; readonly hidden: readonly string[] }

/** Takes names out of what stands at a path, unless names are shown. A field that names somebody becomes null. */
export function readable({ caseFile, namesShown }: Reader, path: string, value: unknown): Readable {
  if (namesShown) return { value, hidden: [] }
  const hidden: string[] = []
  const hide = nameHider(caseFile)
  const walk = (at: string, each: unknown): unknown => {
    if (Array.isArray(each)) {
      const names = itemNames(each, at.slice(at.lastIndexOf('/') + 1))
      return each.map((item, index) => walk(`${at}/${escaped(names?.[index] ?? String(index))}`, item))
    }
    if (isRecord(each))
      return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(`${at}/${escaped(name)}`, inner)]))
    if (typeof each !== 'string') return each
    const names = namesSomebody(at)
    const seen = names ? null : hide(each)
    if (seen !== each) hidden.push(at)
    return seen
  }
  return { value: walk(path, value), hidden }
}
