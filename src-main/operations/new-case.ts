import { impossibleDay, newCase } from '#domain/case/new-case.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'

export const newCaseImplementations: Implementations<'case.office' | 'case.create'> = {
  'case.office': async ({ register }) => done({ office: (await register.newest())?.caseFile.office ?? null }),
  'case.create': async ({ register, clock }, { operationId, ...opening }) => {
    const today = clock.today()
    const impossible = impossibleDay(opening, today)
    if (impossible !== undefined) return refused(`new-case-${impossible}`)
    const opened = await register.open(operationId, Number(today.slice(0, 4)), (reference) =>
      newCase(opening, { id: operationId, reference, today, at: clock.now() }),
    )
    return opened.ok ? done({ reference: opened.value.caseFile.reference }) : opened
  },
}
