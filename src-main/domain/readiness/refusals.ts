import type { CaseFile } from '../case/case-file.ts'
import { known } from './facts.ts'

/** A no that stops the return: the declaration withdrawn, a no on the travel day, or a child who would not be handed over. */
export type StoppingNo = { readonly on: string; readonly because: 'withdrawn' | 'spoken-no'; readonly by: readonly string[] }

/** The latest no that stopped the return, whether or not the case has been resumed since. */
export function lastStoppingNo(caseFile: CaseFile, on: string): StoppingNo | undefined {
  const declared = known(caseFile.returnDeclarations, on)
    .filter((each) => each.step === 'withdrawn' || each.step === 'spoken-no')
    .map(
      (each): StoppingNo => ({
        on: each.happenedOn,
        because: each.step === 'withdrawn' ? 'withdrawn' : 'spoken-no',
        by: each.by.toSorted(),
      }),
    )
  const refused = known(caseFile.travel.handovers, on)
    .filter((each) => each.status === 'failed-refused-by-child')
    .map((each): StoppingNo => ({ on: each.happenedOn, because: 'spoken-no', by: ['child'] }))
  return [...declared, ...refused].toSorted((one, other) => (`${one.on} ${one.because}` < `${other.on} ${other.because}` ? -1 : 1)).at(-1)
}
