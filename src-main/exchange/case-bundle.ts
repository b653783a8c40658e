import { z } from 'zod'
import { shapeFaults } from '#catalogue/shape-faults.ts'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { Result } from '#domain/result.ts'
import { type CaseFault, caseFault } from './case-faults.ts'
import { referenceFaults } from './cross-references.ts'
import { formNames } from './form-names.ts'
import { impossibleTimes } from './impossible-times.ts'
import { readJsonText } from './json-text.ts'
import { fieldOf } from './places.ts'

const format = caseFileSchema.shape.format.value
const megabyte = 1_000_000

/** Largest file that is looked at, in bytes. */
export const largestCaseFile = 20 * megabyte

/**
 * Reads a case file. A wrong one is refused with every fault at once: size, encoding and syntax first, since nothing else can be seen through them;
 * then shape, names that nothing bears, ids that occur twice and days that cannot be, together.
 */
export function readCaseFile(bytes: Uint8Array, catalogue: Catalogue): Result<CaseFile, readonly CaseFault[]> {
  if (bytes.length > largestCaseFile) {
    const [size, limit] = [Math.ceil(bytes.length / megabyte), largestCaseFile / megabyte]
    return refused([caseFault('$', 'too-big', { expected: `${limit} MB`, found: `${size} MB`, values: { size, limit } })])
  }
  const text = textOf(bytes)
  if (text === undefined) return refused([caseFault('$', 'not-utf8', { expected: 'utf-8' })])
  const { brokenAt, doubled } = readJsonText(text)
  if (brokenAt !== undefined) return refused([caseFault('$', 'not-json', { expected: 'json', values: brokenAt })])
  const file: unknown = JSON.parse(text)
  if (isOtherVersion(file)) return refused([caseFault('$.format', 'wrong-format-version', { expected: format })])
  const parsed = caseFileSchema.safeParse(file)
  const faults = [
    ...doubled.map((path) => caseFault(`$${path}`, 'duplicate-field', { expected: 'once' })),
    ...(parsed.success
      ? []
      : shapeFaults(parsed.error.issues, file, formNames).map(({ path, code, ...what }) => caseFault(path, code, what))),
    ...referenceFaults(file, catalogue),
    ...impossibleTimes(file),
  ]
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : refused(faults)
}

const refused = (faults: readonly CaseFault[]): Result<CaseFile, readonly CaseFault[]> => ({ ok: false, error: faults })

/** UTF-8 text; a byte order mark in front, as some editors write it, is passed over. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A file of another version of the format has another shape: its faults would say nothing. */
function isOtherVersion(file: unknown): boolean {
  const found = fieldOf(file, 'format')
  return typeof found === 'string' && found !== format
}

/** A case as a file: fields in the order of the schema, two spaces, a line end at the end. Reading it back gives the same case. */
export function writeCaseFile(caseFile: CaseFile): string {
  return `${JSON.stringify(caseFileSchema.parse(caseFile), null, 2)}\n`
}

/** JSON Schema 2020-12 of the case file, made from the schema that reads it. */
export function caseFileJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(caseFileSchema, { target: 'draft-2020-12' })
}
