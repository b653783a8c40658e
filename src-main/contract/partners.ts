import { z } from 'zod'
import { ownCountrySchema } from '#domain/countries/profile.ts'
import { partnerCheckSchema, partnerDetailsSchema, sexes } from '#domain/partners/partner.ts'
import {
  country,
  countryRow,
  countryView,
  foundPartner,
  importRow,
  operationId,
  partnerRow,
  partnerView,
  recordId,
  version,
} from './directory-views.ts'
import { day } from './views.ts'

const file = z.string().min(1).max(4000)
const nothing = z.strictObject({})
const refreshes = ['partner.list', 'partner.show', 'partner.find', 'country.list', 'country.show'] as const

/** The directory of partners and the profiles of countries: records of the register, part of no case. */
export const partnerOperations = {
  'partner.list': {
    effect: 'read',
    refreshes: [],
    input: nothing,
    output: z.strictObject({
      today: day,
      partners: partnerRow.array(),
      /** Ids, those whose check is the oldest first. */
      checkNext: recordId.array(),
      /** Every code, in the order of the catalogue. */
      services: z.string().array(),
      countries: country.array(),
      languages: z.string().array(),
    }),
  },
  'partner.show': { effect: 'read', refreshes: [], input: z.strictObject({ id: recordId }), output: partnerView },
  /** All that is written, names and numbers among it. Stands in the reader's own journal. */
  'partner.reveal': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ id: recordId, operationId }),
    output: z.strictObject({ version, details: partnerDetailsSchema }),
  },
  'partner.find': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({
      sex: z.enum(sexes).optional(),
      age: z.int().min(0).max(21).optional(),
      country: country.optional(),
      town: z.string().max(300).optional(),
      language: z.string().max(3).optional(),
      services: z.string().array().max(20),
    }),
    output: z.strictObject({ found: foundPartner.array() }),
  },
  /** Version 0 makes a new one under an id that the caller chose. */
  'partner.save': {
    effect: 'write',
    refreshes,
    input: z.strictObject({ id: recordId, version, details: partnerDetailsSchema, operationId }),
    output: z.strictObject({ version }),
  },
  'partner.verify': {
    effect: 'write',
    refreshes,
    input: z.strictObject({
      id: recordId,
      version,
      ...partnerCheckSchema.omit({ by: true, on: true }).shape,
      on: day.optional(),
      operationId,
    }),
    output: z.strictObject({ version }),
  },
  /** What a CSV or XLSX file would do, row by row. Writes nothing. */
  'partner.preview': {
    effect: 'read',
    refreshes: [],
    input: z.strictObject({ file }),
    output: z.strictObject({
      /** Says that nothing has changed since; `partner.import` wants it back. */
      seal: z.string(),
      unknown: z.string().array(),
      missing: z.string().array(),
      rows: importRow.array(),
    }),
  },
  /** Writes the new and changed rows of exactly what was previewed; refused rows stay out. */
  'partner.import': {
    effect: 'write',
    refreshes,
    input: z.strictObject({ file, seal: z.string(), operationId }),
    output: z.strictObject({ added: z.int(), changed: z.int(), refused: z.int() }),
  },
  'partner.export': {
    effect: 'write',
    refreshes: [],
    input: z.strictObject({ folder: file, name: file.optional(), format: z.enum(['csv', 'xlsx']), operationId }),
    output: z.strictObject({ file: z.string(), partners: z.int() }),
  },
  'country.list': { effect: 'read', refreshes: [], input: nothing, output: z.strictObject({ countries: countryRow.array() }) },
  'country.show': { effect: 'read', refreshes: [], input: z.strictObject({ country }), output: countryView },
  'country.save': {
    effect: 'write',
    refreshes: ['country.list', 'country.show'],
    input: z.strictObject({ version, profile: ownCountrySchema, operationId }),
    output: z.strictObject({ version }),
  },
} as const
