/** What the person at the screen has begun to write at a place of a case: the words, and the version that they saw. */
export type Draft = { readonly place: string; readonly version: number; readonly value: unknown; readonly keptAt: string }

/** Drafts are sealed in the register, for their writer alone. They change no case. */
export interface DraftsPort {
  keep(caseId: string, draft: Omit<Draft, 'keptAt'>): Promise<void>
  drop(caseId: string, place: string): Promise<void>
  of(caseId: string): Promise<readonly Draft[]>
}
