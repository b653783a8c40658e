import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { adviceAnswerSchema, adviceDetailsSchema } from '#domain/advice/advice.ts'
import { ownCountrySchema } from '#domain/countries/profile.ts'
import { partnerCheckSchema, partnerDetailsSchema } from '#domain/partners/partner.ts'
import { newOperationId } from './incidents.ts'
import { resources } from './resources.ts'

const directorySchema = z.strictObject({
  partners: z.strictObject({ details: partnerDetailsSchema, checks: partnerCheckSchema.omit({ by: true }).array() }).array(),
  advice: z.strictObject({ details: adviceDetailsSchema, answer: adviceAnswerSchema.omit({ by: true }).optional() }).array(),
  countries: ownCountrySchema.array(),
})

type Act = { readonly name: string; readonly input: unknown }

/** Fictional partners, advice and a country, as the acts that write them into a demonstration. */
export function directoryActs(): readonly Act[] {
  const { partners, advice, countries } = directorySchema.parse(
    JSON.parse(readFileSync(new URL('examples/directory.json', resources), 'utf8')),
  )
  const act = (name: string, input: object): Act => ({ name, input: { ...input, operationId: newOperationId() } })
  return [
    ...partners.flatMap(({ details, checks }) => {
      const id = newOperationId()
      return [
        act('partner.save', { id, version: 0, details }),
        ...checks.map((check, index) => act('partner.verify', { id, version: index + 1, ...check })),
      ]
    }),
    ...advice.flatMap(({ details, answer }) => {
      const id = newOperationId()
      return [
        act('advice.save', { id, version: 0, details }),
        ...(answer === undefined ? [] : [act('advice.answer', { id, version: 1, ...answer })]),
      ]
    }),
    ...countries.map((profile) => act('country.save', { version: 0, profile })),
  ]
}
