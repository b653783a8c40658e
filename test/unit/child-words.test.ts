import { describe, expect, test } from 'vitest'
import { readMessages } from '#catalogue/messages.ts'
import { openFields } from '#domain/changes/open-fields.ts'
import { catalogue } from '../support/examples.ts'

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  const words = readMessages(language)

  test('a citizenship is called by the name of its country', () => {
    const called = catalogue.countries.map(({ alpha3 }) => words.get(`citizenship.${alpha3}`))
    expect(called).toEqual(catalogue.countries.map(({ id }) => words.get(`country.${id}`)))
  })

  test('the journal has words for every change that the window may make', () => {
    expect(Object.values(openFields).filter((action) => !words.has(`journal.action.${action}`))).toEqual([])
  })
})
