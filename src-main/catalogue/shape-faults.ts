import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

export const shapeCodes = [
  'missing',
  'wrong-type',
  'not-one-of',
  'wrong-form',
  'too-long',
  'too-short',
  'too-large',
  'too-small',
  'unknown-field',
  'not-allowed',
] as const
export type ShapeCode = (typeof shapeCodes)[number]

/** One place where data does not have the shape that its schema asks for. `found` is a type, or a short code or date; never a person's words. */
export type ShapeFault = {
  readonly path: string
  readonly code: ShapeCode
  /** A type, the allowed values, the name of a form, or a limit. */
  readonly expected: string
  readonly found?: string
}

/**
 * Turns a schema's issues into faults with their place in the file, all of them.
 * @param formNames a short name per pattern (its source) for what is not a date, a moment or a number
 */
export function shapeFaults(issues: readonly Issue[], input: unknown, formNames: ReadonlyMap<string, string>): readonly ShapeFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], input, formNames))
}

function faultsOf(issue: Issue, above: Path, input: unknown, formNames: ReadonlyMap<string, string>): readonly ShapeFault[] {
  const at = [...above, ...issue.path]
  const value = valueAt(input, at)
  const fault = (code: ShapeCode, expected: string, found?: string): readonly ShapeFault[] => [
    found === undefined ? { path: pathText(at), code, expected } : { path: pathText(at), code, expected, found },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...at, key]), code: 'unknown-field', expected: 'nothing' }))
    case 'invalid_union':
      return unionFaults(issue, at, input, formNames)
    case 'invalid_type':
      return value === undefined ? fault('missing', issue.expected) : fault('wrong-type', issue.expected, typeOf(value))
    case 'invalid_value':
      return [missingOr('not-one-of', at, issue.values.join(', '), value)]
    case 'invalid_format':
      return fault('wrong-form', formNames.get(sourceOf(issue.pattern)) ?? issue.format, shown(value))
    case 'too_big':
      return fault(issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large', String(issue.maximum))
    case 'too_small':
      return fault(issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small', String(issue.minimum))
    default:
      return fault('not-allowed', issue.code)
  }
}

/** A pattern is told as `/source/flags`. */
const sourceOf = (pattern: string | undefined): string => pattern?.replace(/^\/|\/[a-z]*$/g, '') ?? ''

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** Of several allowed shapes the one that fits best is reported; where each allows one value, all of them are named. */
function unionFaults(issue: UnionIssue, at: Path, input: unknown, formNames: ReadonlyMap<string, string>): readonly ShapeFault[] {
  const value = valueAt(input, at)
  const branches = issue.errors.filter((errors) => errors.length > 0)
  const values = branches.map((errors) => (errors.length === 1 && errors[0]?.code === 'invalid_value' ? errors[0].values : undefined))
  if (branches.length > 0 && values.every((each) => each !== undefined))
    return [missingOr('not-one-of', at, values.flat().join(', '), value)]
  const [best] = branches
    .filter((errors) => !errors.some((error) => error.path.length === 0 && error.code !== 'unrecognized_keys'))
    .toSorted((one, other) => one.length - other.length)
  if (best !== undefined) return best.flatMap((error) => faultsOf(error, at, input, formNames))
  return [missingOr('not-one-of', at, allowedOf(issue, branches), value)]
}

const missingOr = (code: ShapeCode, at: Path, expected: string, value: unknown): ShapeFault =>
  value === undefined ? { path: pathText(at), code: 'missing', expected } : { path: pathText(at), code, expected, found: shown(value) }

function allowedOf(issue: UnionIssue, branches: readonly (readonly Issue[])[]): string {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String).join(', ')
  return [...new Set(branches.flatMap((errors) => errors.flatMap(ownExpectation)))].join(', ')
}

function ownExpectation(issue: Issue): readonly string[] {
  if (issue.path.length > 0) return []
  if (issue.code === 'invalid_type') return [issue.expected]
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

function valueAt(input: unknown, path: Path): unknown {
  let value: unknown = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const dateLike = /^\d{4}-\d{2}-\d{2}(T[\d:.]*Z?)?$/
const codeLike = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,23}$/
const nameLike = /^\p{Lu}\p{Ll}+$/u
const mostDigits = 8

/** A short code or a date may be shown; anything that could be a name, a number of a person or words is shown by its type. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return typeOf(value)
  if (dateLike.test(value)) return value.slice(0, 30)
  const isCode = codeLike.test(value) && !nameLike.test(value) && value.replaceAll(/\D/g, '').length <= mostDigits
  return isCode ? value : 'string'
}

const longestName = 60

/** A JSON path, `$.people[2].name`. */
export function pathText(path: Path): string {
  const parts = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    const name = String(part).slice(0, longestName)
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
  })
  return `$${parts.join('')}`
}
