import { workingCalendar } from '#catalogue/holidays.ts'
import { CaseBuilder } from './a-case.ts'
import { caseA, caseB, catalogue, copy } from './examples.ts'

/** The shipped cases as a builder, to change one thing and look what follows. */
export const aCaseA = (): CaseBuilder => new CaseBuilder(copy(caseA))
export const aCaseB = (): CaseBuilder => new CaseBuilder(copy(caseB))

/** Working days of Romania while something of case A can be due. */
export const romania = workingCalendar('RO', [2026, 2027, 2028, 2029], catalogue)
