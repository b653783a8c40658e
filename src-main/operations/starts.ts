import { lowSpace } from '#domain/starts/examination.ts'
import { safeFacts } from '#domain/starts/safe-facts.ts'
import type { Implementations } from './implementations.ts'
import { done } from './outcome.ts'

export const startImplementations: Implementations<'register.examine'> = {
  'register.examine': async ({ starts, incident }, { trouble }) => {
    const examination = await starts.examine()
    return done({
      facts: trouble === null ? [] : safeFacts(trouble, examination).map((fact) => ({ ...fact, values: { ...fact.values } })),
      reference: trouble === null ? null : incident(Object.assign(new Error('a broken start'), { code: trouble })),
      lowSpace: lowSpace(examination),
    })
  },
}
