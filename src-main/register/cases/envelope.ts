import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { registerFile } from '../meta.ts'
import type { Keyholder } from '../ports.ts'
import { Refusal } from '../problem.ts'
import { openJson, sealJson } from '../sealed-json.ts'

const envelopeSchema = z.object({ form: z.int(), shape: z.string().optional(), document: z.unknown() })

const placeOf = (caseId: string, version: number) => ({ table: 'case_versions', row: caseId, column: 'document', version })
const headlinePlace = (caseId: string, version: number) => ({ table: 'cases', row: caseId, column: 'headline', version })

export function sealDocument<Document extends AnyCase>(
  keys: Keyholder,
  key: KeyObject,
  { number, shape }: CaseForm<Document>,
  document: Document,
  version: number,
): Uint8Array {
  return sealJson(keys, key, { form: number, shape, document }, placeOf(document.id, version))
}

/** The document of one version. One written by a newer program is refused, so that it is never saved back with something lost. */
export function openDocument<Document extends AnyCase>(
  keys: Keyholder,
  key: KeyObject,
  form: CaseForm<Document>,
  caseId: string,
  row: { readonly version: number; readonly document: Uint8Array },
): Document {
  const envelope = envelopeSchema.safeParse(openJson(keys, key, row.document, placeOf(caseId, row.version)))
  if (!envelope.success) throw new Refusal('damaged', { file: registerFile })
  if (envelope.data.form > form.number) throw new Refusal('case-newer', { case: caseId, found: envelope.data.form, known: form.number })
  return envelope.data.shape === form.shape ? (envelope.data.document as Document) : checkedDocument(form, envelope.data.document)
}

export function checkedDocument<Document extends AnyCase>(form: CaseForm<Document>, value: unknown): Document {
  const parsed = form.parse(value)
  if (!parsed.ok) throw new Refusal('case-invalid', { count: parsed.error.length, faults: parsed.error.join('\n') })
  return parsed.value
}

export function sealHeadline(keys: Keyholder, key: KeyObject, headline: unknown, caseId: string, version: number): Uint8Array {
  return sealJson(keys, key, { headline }, headlinePlace(caseId, version))
}

const headlineSchema = z.object({ headline: z.unknown() })

export function openHeadline(keys: Keyholder, key: KeyObject, sealed: Uint8Array, caseId: string, version: number): unknown {
  return headlineSchema.parse(openJson(keys, key, sealed, headlinePlace(caseId, version))).headline
}
