import { expect, test } from 'vitest'
import { caseA, copy } from '../support/examples.ts'
import { textOf } from '../support/pdf-objects.ts'
import { setCopy } from '../support/plan-samples.ts'

test('a plan shows of a birth date what is known, and never the day that deadlines are reckoned from', async () => {
  const file = copy(caseA)
  file.child.birthDate = { value: '2011-03-31', known: '2011-03-XX', standing: 'stated' }
  const text = textOf((await setCopy('IOM_FI', 'sv', file)).bytes)
  expect(text).toContain('2011-03-??')
  expect(text).not.toContain('2011-03-31')
})
