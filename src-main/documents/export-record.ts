import type { PersonRecord } from '#domain/access-request/record-for.ts'
import type { Result } from '#domain/result.ts'
import type { RenderProblem } from './layout/problems.ts'
import { renderDocument } from './layout/render-document.ts'
import type { PlanLanguage } from './plan/formats.ts'
import { wordsIn } from './plan/words.ts'
import { type RecordSettings, recordDocument } from './record/record-document.ts'

export type SetRecord = { readonly bytes: Uint8Array; readonly pages: number; readonly fileName: string }

type MissingCharacter = Extract<RenderProblem, { code: 'missing-glyphs' }>['characters'][number]

/** A value with letters spelled out that no face has. */
function spelled<Value>(value: Value, missing: ReadonlyMap<string, string>): Value
function spelled(value: unknown, missing: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return Array.from(value, (letter) => missing.get(letter) ?? letter).join('')
  if (Array.isArray(value)) return value.map((each) => spelled(each, missing))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spelled(each, missing)]))
}

const spelling = (characters: readonly MissingCharacter[]): ReadonlyMap<string, string> =>
  new Map(characters.map(({ character, codePoint }) => [character, `[${codePoint}]`]))

/**
 * Sets the extract, whatever somebody has written: who has a right to it must not be without it for the sake of a letter that the faces
 * lack. Such letters are spelled out, and the extract says so.
 */
async function renderRecord(record: PersonRecord, language: PlanLanguage, settings: RecordSettings) {
  const rendered = await renderDocument(recordDocument(record, language, settings))
  if (rendered.ok || rendered.error.code !== 'missing-glyphs') return rendered
  const readable = spelled(record, spelling(rendered.error.characters))
  return renderDocument(recordDocument(readable, language, { ...settings, spellsOut: true }))
}

/** Sets the extract about one person. `HV-2026-0001_registerutdrag-3_sv.pdf`: the number is the person's place in the case, 0 the child. */
export async function setRecord(
  record: PersonRecord,
  language: PlanLanguage,
  settings: RecordSettings,
): Promise<Result<SetRecord, RenderProblem>> {
  const rendered = await renderRecord(record, language, settings)
  if (!rendered.ok) return rendered
  const { say } = wordsIn(language)
  const fileName = `${record.reference}_${say('record.file')}-${record.subject.number}_${language}.pdf`
  return { ok: true, value: { ...rendered.value, fileName } }
}
