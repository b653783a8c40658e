import type { z } from 'zod'
import { line, prose } from '../case/values.ts'

export type FoundText = { readonly path: readonly string[]; readonly text: string }

const typed = new Set<unknown>([line, prose])

/** Every text that somebody typed into a document: the values that its schema calls a line or prose. Codes, dates and ids are none. */
export function textsOf(schema: z.core.$ZodType, value: unknown, path: readonly string[] = []): readonly FoundText[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return typed.has(schema) ? [{ path, text: value }] : []
  const inside = insideOf(schema)
  if (inside.kind === 'wrapper') return textsOf(inside.of, value, path)
  if (inside.kind === 'choice') return textsOfChoice(inside.options, value, path)
  if (inside.kind === 'list' && Array.isArray(value)) return value.flatMap((each, at) => textsOf(inside.of, each, [...path, String(at)]))
  if (inside.kind === 'record' && typeof value === 'object')
    return Object.entries(inside.shape).flatMap(([name, of]) => textsOf(of, Reflect.get(value, name), [...path, name]))
  return []
}

type Inside =
  | { readonly kind: 'wrapper' | 'list'; readonly of: z.core.$ZodType }
  | { readonly kind: 'choice'; readonly options: readonly z.core.$ZodType[] }
  | { readonly kind: 'record'; readonly shape: Readonly<Record<string, z.core.$ZodType>> }
  | { readonly kind: 'plain' }

function insideOf(schema: z.core.$ZodType): Inside {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return { kind: 'wrapper', of: def.innerType }
  if (def.type === 'array') return { kind: 'list', of: def.element }
  if (def.type === 'union') return { kind: 'choice', options: def.options }
  return def.type === 'object' ? { kind: 'record', shape: def.shape } : { kind: 'plain' }
}

/** The first option that the value fits: options of a case file exclude one another. */
function textsOfChoice(options: readonly z.core.$ZodType[], value: unknown, path: readonly string[]): readonly FoundText[] {
  const fitting = options.find((option) => 'safeParse' in option && (option as z.ZodType).safeParse(value).success)
  return fitting === undefined ? [] : textsOf(fitting, value, path)
}
