import type { ShapeCode } from './shape-faults.ts'

export const referenceCodes = [
  'duplicate-id',
  'unknown-reference',
  'no-rule',
  'level-gap',
  'no-text',
  'not-listed',
  'shipped-and-edited',
] as const
export const fileCodes = ['unreadable', 'not-json'] as const

/** What is wrong in the catalogue's files: which file, where in it, and the sentence that says so to the person who changed it. */
export type CatalogueFault = {
  readonly file: string
  readonly path: string
  readonly code: ShapeCode | (typeof referenceCodes)[number] | (typeof fileCodes)[number]
  readonly messageKey: string
  readonly values: Readonly<Record<string, string>>
}

export function catalogueFault(
  file: string,
  path: string,
  code: CatalogueFault['code'],
  values: Readonly<Record<string, string>> = {},
): CatalogueFault {
  return { file, path, code, messageKey: `catalogue-fault.${code}`, values: { file, path, expected: '', found: '', ...values } }
}
