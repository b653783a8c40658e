import type { PersonRecord } from '#domain/access-request/record-for.ts'
import type { Result } from '#domain/result.ts'
import type { RenderProblem } from './layout/problems.ts'
import { renderDocument } from './layout/render-document.ts'
import type { PlanLanguage } from './plan/formats.ts'
import { wordsIn } from './plan/words.ts'
import { type RecordSettings, recordDocument } from './record/record-document.ts'

export type SetRecord = { readonly bytes: Uint8Array; readonly pages: number; readonly fileName: string }

/** Sets the extract about one person. `HV-2026-0001_registerutdrag-3_sv.pdf`: the number is the person's place in the case, 0 the child. */
export async function setRecord(
  record: PersonRecord,
  language: PlanLanguage,
  settings: RecordSettings,
): Promise<Result<SetRecord, RenderProblem>> {
  const rendered = await renderDocument(recordDocument(record, language, settings))
  if (!rendered.ok) return rendered
  const { say } = wordsIn(language)
  const fileName = `${record.reference}_${say('record.file')}-${record.subject.number}_${language}.pdf`
  return { ok: true, value: { ...rendered.value, fileName } }
}
