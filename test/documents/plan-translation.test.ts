import { describe, expect, test } from 'vitest'
import { readMessages, translator } from '#catalogue/messages.ts'
import { caseA, copy } from '../support/examples.ts'
import { attachmentOf, textOf } from '../support/pdf-objects.ts'
import { planFor, problemOf, setCopy } from '../support/plan-samples.ts'

const spaced = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ').replaceAll('\u2011', '-')
const translations = caseA.translations ?? []

/** Printed in Swedish on purpose: the town's name, and the second titles of sections and of the boxes to sign. */
const say = translator('sv')
const titles = [...readMessages('sv').keys()].filter(
  (key) => key.startsWith('plan.sec.') || key === 'plan.sign.org' || key === 'plan.sign.partner',
)
const withoutTitles = (text: string) =>
  ['Malmö', ...titles.map((key) => say(key))]
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, title) => rest.replaceAll(title, ''), text)

describe.each(['IOM_FI', 'FAMILY'] as const)('the copy of case A for %s in English', (profile) => {
  test('holds no Swedish free text', async () => {
    const text = spaced(textOf((await setCopy(profile, 'en')).bytes)).replace('“Regionkoordinator Syd”', '')
    const own = translations.filter(({ text: swedish, translation }) => !translation.toLowerCase().includes(swedish.toLowerCase()))
    expect(own.length).toBeGreaterThan(40)
    for (const { text: swedish } of own.filter(({ text: each }) => each.length > 6))
      expect(text.toLowerCase()).not.toContain(swedish.toLowerCase())
    expect(withoutTitles(text).match(/\S*[åäöÅÄÖ]\S*/g) ?? []).toEqual([])
    expect(withoutTitles(text)).not.toMatch(
      /\b(?:Pass|psykolog|Handläggare|kontaktperson|Ledsagare|Biljett|Terapi|Köpenhamn|Bukarest|och|att|med|från)\b/,
    )
  })

  test('says what the translator wrote', async () => {
    const text = spaced(textOf((await setCopy(profile, 'en')).bytes)).replaceAll('- ', '-')
    expect(text).toContain('Otopeni airport')
    expect(text).toContain('Drawing group')
    expect(text).toContain('Emergency foster home with DGASPC in Bacău')
  })
})

test('the subject of the certificate stands as the certificate has it', async () => {
  expect(spaced(textOf((await setCopy('FAMILY', 'en')).bytes))).toContain('“Regionkoordinator Syd”')
})

test('the attached data holds no translation', async () => {
  const { bytes } = await setCopy('IOM_FI', 'en')
  const attached = attachmentOf(bytes, 1).toString('utf8')
  expect(attached).not.toContain('translation')
  expect(attached).not.toContain('Otopeni')
})

test('only translations of what the copy holds go to the page', () => {
  const file = copy(caseA)
  file.translations?.push({ language: 'en', text: 'Något som ingen kopia visar', translation: 'Something that no copy shows' })
  expect(JSON.stringify(planFor('IOM_FI', file))).not.toContain('no copy shows')
  expect(JSON.stringify(planFor('FAMILY', file))).not.toContain('Onward transport')
})

test('a translation that names somebody withheld stops the plan, and the child’s name becomes the alias', () => {
  const file = copy(caseA)
  file.reintegration.strengths = ['Ritar bra', `${file.child.givenName} sjunger`]
  file.translations = [{ language: 'en', text: 'Ritar bra', translation: 'Draws well, like her father' }]
  expect(problemOf('IOM_FI', file)).toEqual({ code: 'withheld-words', fields: ['translations[0].translation'] })
  file.translations = [{ language: 'en', text: `${file.child.givenName} sjunger`, translation: `${file.child.givenName} sings` }]
  expect(planFor('IOM_FI', file).translations).toEqual([{ language: 'en', text: 'M. sjunger', translation: 'M. sings' }])
})
