import type { ShapeCode } from '#catalogue/shape-faults.ts'

/** What can be wrong with the file as a whole. */
export const fileCodes = ['too-big', 'not-utf8', 'not-json', 'duplicate-field', 'wrong-format-version'] as const

/** What the shape of one place cannot say: names that nothing bears, ids that occur twice, days that cannot be. */
export const contentCodes = [
  'unknown-catalogue-id',
  'unknown-local-id',
  'duplicate-id',
  'before-birth',
  'recorded-before',
  'before-beginning',
  'arrives-before-leaving',
  'no-such-time',
  'no-such-zone',
] as const

export type CaseFaultCode = ShapeCode | (typeof fileCodes)[number] | (typeof contentCodes)[number]

/** One fault of a case file: its place, what was expected there, and the sentence that says how to mend it. */
export type CaseFault = {
  readonly path: string
  readonly code: CaseFaultCode
  readonly expected: string
  /** A type, or a short code or date; never a person's words. */
  readonly found?: string
  readonly messageKey: string
  readonly values: Readonly<Record<string, string | number>>
}

type What = { readonly expected: string; readonly found?: string | undefined; readonly values?: Readonly<Record<string, string | number>> }

export function caseFault(path: string, code: CaseFaultCode, { expected, found, values }: What): CaseFault {
  return {
    path,
    code,
    expected,
    ...(found === undefined ? {} : { found }),
    messageKey: `case-file.${code}`,
    values: { path, expected, found: found ?? '', ...values },
  }
}
