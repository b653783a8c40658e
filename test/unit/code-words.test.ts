import { expect, test } from 'vitest'
import { z } from 'zod'
import { readMessages } from '#catalogue/messages.ts'
import { caseFileSchema } from '#domain/case/case-file.ts'
import { codeKeys } from '#domain/changes/code-words.ts'
import { catalogue } from '../support/examples.ts'

type Schema = { readonly type?: string; readonly enum?: readonly unknown[]; readonly const?: unknown } & { readonly [key: string]: unknown }
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** Every code that a field of the case file may hold, by the field's name. */
function* codes(schema: unknown, field: string): Generator<readonly [string, string]> {
  if (!isSchema(schema)) return
  for (const code of [...(schema.enum ?? []), schema.const]) if (typeof code === 'string') yield [field, code]
  for (const list of ['anyOf', 'oneOf', 'allOf'])
    if (Array.isArray(schema[list])) for (const each of schema[list]) yield* codes(each, field)
  yield* codes(schema['items'], field)
  if (isSchema(schema['properties'])) for (const [name, each] of Object.entries(schema['properties'])) yield* codes(each, name)
}

const technical = new Set(['format'])
const all = [...codes(z.toJSONSchema(caseFileSchema), '')].filter(([field]) => !technical.has(field))
const ids = (field: string, items: readonly { readonly id: string }[]) => items.map(({ id }) => [field, id] as const)
const ofCatalogue = [
  ...ids('type', catalogue.documentTypes),
  ...ids('factor', catalogue.riskFactors),
  ...ids('factor', catalogue.bestInterestsFactors),
  ...ids('protectiveFactors', catalogue.protectiveFactors),
  ...ids('outcome', catalogue.bestInterestsOutcomes),
  ...ids('gate', catalogue.gates),
  ...ids('category', catalogue.budgetCategories),
]

test.each(['sv', 'en'] as const)('history, conflict and comparison show a word for every code of a case in %s', (language) => {
  const texts = readMessages(language)
  expect(all.length).toBeGreaterThan(100)
  const bare = [...all, ...ofCatalogue].filter(([field, code]) => !codeKeys(field, code).some((key) => texts.has(key)))
  expect([...new Set(bare.map(([field, code]) => `${field}: ${code}`))]).toEqual([])
})
