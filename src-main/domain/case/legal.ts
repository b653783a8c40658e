import { z } from 'zod'
import { factFields } from './fact.ts'
import { language, line, plainDate, prose, yesNoUnknown } from './values.ts'

export const informationTopics = ['reflection-period', 'permits', 'compensation'] as const

export const legalSchema = z.strictObject({
  permits: z
    .strictObject({
      ...factFields,
      permit: z.string().regex(/^PRM_[A-Z_]+$/),
      step: z.enum(['applied', 'granted', 'refused', 'withdrawn']),
      by: line.optional(),
      days: z.int().min(1).optional(),
      validThrough: plainDate.optional(),
    })
    .array(),
  protectionClaims: z.strictObject({ ...factFields, step: z.enum(['opened', 'closed']), note: prose.optional() }).array(),
  legalChecks: z.strictObject({ ...factFields, obstacle: z.boolean(), by: line, note: prose.optional() }).array(),
  informationReceipts: z
    .strictObject({ ...factFields, topics: z.enum(informationTopics).array().min(1), language, signedBy: line.array() })
    .array(),
  investigation: z
    .strictObject({
      ...factFields,
      step: z.enum(['reported', 'not-opened', 'opened', 'closed', 'prosecution-dropped', 'charged', 'judgment-in-legal-force']),
      note: prose.optional(),
    })
    .array(),
  policeContacts: z
    .strictObject({
      ...factFields,
      informed: z.enum(['police', 'prosecutor']).array().min(1),
      evidenceSecured: z.boolean(),
      canBeHeardRemotely: z.boolean(),
    })
    .array(),
  crimeInSweden: yesNoUnknown,
  compensation: z
    .strictObject({
      ...factFields,
      step: z.enum(['explained', 'planned', 'applied', 'awarded', 'refused', 'paid']),
      paymentRoute: line.optional(),
    })
    .array(),
})
