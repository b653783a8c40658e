import { z } from 'zod'
import { factFields } from './fact.ts'
import { countryOfPlace, line, localId, localTime, plainDate, prose, timeZone } from './values.ts'

const stop = z.strictObject({ place: line, code: line.optional(), at: localTime, zone: timeZone })

export const travelSchema = z.strictObject({
  destination: z.strictObject({ country: countryOfPlace, town: line.optional() }),
  /** The day of departure as last decided; `standing` tells a hope from a decision. */
  departures: z.strictObject({ ...factFields, date: plainDate, standing: z.enum(['hoped-for', 'planned']) }).array(),
  itineraries: z
    .strictObject({
      ...factFields,
      settled: z.boolean(),
      escort: localId.optional(),
      legs: z.strictObject({ carrier: line.optional(), number: line.optional(), from: stop, to: stop }).array(),
    })
    .array(),
  travelDocuments: z
    .strictObject({ ...factFields, kind: line, issuedBy: countryOfPlace, number: line.optional(), validThrough: plainDate })
    .array(),
  healthChecks: z
    .strictObject({
      ...factFields,
      fitToTravel: z.boolean(),
      medication: line.optional(),
      recordCopied: z.boolean(),
      diagnosis: prose.optional(),
    })
    .array(),
  preparations: z.strictObject({ ...factFields, child: z.boolean(), family: z.boolean() }).array(),
  handovers: z
    .strictObject({
      ...factFields,
      status: z.enum(['planned', 'in-transit', 'handed-over', 'failed-no-show', 'failed-refused-by-child', 'failed-unsafe']),
      place: line,
      at: localTime,
      zone: timeZone,
      receivers: localId.array(),
    })
    .array(),
})
