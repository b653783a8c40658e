import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import { immutableTouched } from '#domain/changes/immutable.ts'
import { passagesOf } from '#domain/search/passages.ts'
import type { CaseForm, Projection } from './case-form.ts'

/** What a list shows of a case. Sealed; read only where the case's key is. */
export type CaseHeadline = {
  readonly alias: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly protectedIdentity: boolean
}

/** Where a case stands, worked out by the domain: readiness, deadlines and retention. */
export type CaseStanding = Pick<Projection, 'status' | 'nextDue' | 'eraseAfter'>

function headlineOf({ child }: CaseFile): CaseHeadline {
  const { alias, givenName, familyName, birthDate, protectedIdentity } = child
  return { alias, givenName, familyName, birthDate: birthDate.value, protectedIdentity }
}

let known: string | undefined
/** Every field and pattern of the case file, in short. */
function shape(): string {
  known ??= createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(caseFileSchema)))
    .digest('base64url')
  return known
}

/** The register's form of the case file. The number goes up when `caseFileSchema` takes a shape that older programs cannot read. */
export function caseFileForm(
  standingOf: (document: CaseFile) => CaseStanding,
  codedWords: (document: CaseFile) => readonly string[] = () => [],
): CaseForm<CaseFile> {
  return {
    number: 2,
    shape: shape(),
    parse(value) {
      const parsed = caseFileSchema.safeParse(value)
      if (parsed.success) return { ok: true, value: parsed.data }
      return { ok: false, error: parsed.error.issues.map((issue) => `/${issue.path.map(String).join('/')}: ${issue.code}`) }
    },
    project: (document) => ({
      ...standingOf(document),
      unit: document.office.unit,
      headline: headlineOf(document),
      protectedIdentity: document.child.protectedIdentity,
    }),
    passages: (document) => passagesOf(document, codedWords(document)),
    immutable: (before, after) => immutableTouched(before, after)[0]?.what,
  }
}
