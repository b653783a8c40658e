import type { DraftModel } from '#domain/plan/draft-model.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { PlanLanguage } from './formats.ts'
import { wordsIn } from './words.ts'

/** `HV-2026-0001_v2_IOM-FI_sv.pdf`: never a name, initials, birth date, country or town. */
export const planFileName = ({ reference, version, profile }: Pick<PlanModel, 'reference' | 'version' | 'profile'>, language: PlanLanguage): string =>
  `${reference}_v${version}_${profile.replaceAll('_', '-')}_${language}.pdf`

/** `HV-2026-0002_v0.3_sv_UTKAST.pdf`. */
export const draftFileName = ({ reference, version }: Pick<DraftModel, 'reference' | 'version'>, language: PlanLanguage): string =>
  `${reference}_v${version}_${language}_${wordsIn(language).say('plan.draft.word')}.pdf`
