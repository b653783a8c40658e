import type { Language } from './language.ts'

/** The system's dialogs for pointing at files, where a shell has them. `null` when nothing was chosen. */
export interface Choosers {
  chooseFolder(): Promise<string | null>
  choosePlan(): Promise<string | null>
}

/** What a shell knows and the composition needs. */
export interface Surroundings {
  readonly language: Language
  readonly choosers?: Choosers
}
