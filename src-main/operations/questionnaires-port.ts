import type { Definition } from '#domain/questionnaires/definition.ts'

/** The forms that can be filled in, and their texts. */
export interface QuestionnairesPort {
  definitions(): readonly Definition[]
  /** The text of the first key that has one. */
  text(language: 'sv' | 'en', keys: readonly string[]): string | undefined
}
