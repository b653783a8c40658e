export const phases = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The number of a phase of the catalogue, `PH5_PLAN` → 5; 0 for one that this window does not know. */
export const phaseNumber = (phase: string): number => Number(/^PH(\d)/.exec(phase)?.[1] ?? 0)
