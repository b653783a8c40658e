import { createHash } from 'node:crypto'
import { checkCode, contentOf } from '#domain/plan/check-code.ts'
import type { DraftModel } from '#domain/plan/draft-model.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Result } from '#domain/result.ts'
import type { RenderProblem } from './layout/problems.ts'
import { renderDocument } from './layout/render-document.ts'
import { draftDocument } from './plan/draft-document.ts'
import type { PlanLanguage } from './plan/formats.ts'
import { planDocument } from './plan/plan-document.ts'
import { wordsIn } from './plan/words.ts'

export type SetPlan = {
  /** The unsigned PDF/A-3b file with its empty signature fields. */
  readonly bytes: Uint8Array
  readonly pages: number
  readonly fileName: string
  /** First eight hex digits of the SHA-256 of the copy's content; null for a draft. */
  readonly checkCode: string | null
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Copy = { readonly reference: string; readonly version: number | string; readonly language: PlanLanguage }

/** `HV-2026-0001_v2_IOM-FI_sv.pdf`: never a name, initials, birth date, country or town. */
export const planFileName = ({ reference, version, profile, language }: Copy & { readonly profile: string }): string =>
  `${reference}_v${version}_${profile.replaceAll('_', '-')}_${language}.pdf`

/** `HV-2026-0002_v0.3_sv_UTKAST.pdf`. */
export const draftFileName = ({ reference, version, language }: Copy): string =>
  `${reference}_v${version}_${language}_${wordsIn(language).say('plan.draft.word')}.pdf`

/** The check code printed on a copy, `7F3A 91C2`; the same version with the same content has the same code. */
export const planCheckCode = (model: PlanModel): string => checkCode(contentOf(model), sha256)

/** Sets one recipient's copy. Signing is put on top of the bytes. */
export async function setPlan(model: PlanModel, language: PlanLanguage): Promise<Result<SetPlan, RenderProblem>> {
  const code = planCheckCode(model)
  const rendered = await renderDocument(planDocument(model, language, code))
  if (!rendered.ok) return rendered
  return { ok: true, value: { ...rendered.value, fileName: planFileName({ ...model, language }), checkCode: code } }
}

/** Sets the internal working copy: marked on every page, no field to sign, no attachment, no code. */
export async function setDraft(model: DraftModel, language: PlanLanguage): Promise<Result<SetPlan, RenderProblem>> {
  const rendered = await renderDocument(draftDocument(model, language))
  if (!rendered.ok) return rendered
  return { ok: true, value: { ...rendered.value, fileName: draftFileName({ ...model, language }), checkCode: null } }
}
