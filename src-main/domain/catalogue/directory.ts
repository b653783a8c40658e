import { z } from 'zod'
import { provenanceFields } from './provenance.ts'

const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** A service that a partner can give; text under `partner-service.<id>`. */
export const partnerServiceSchema = z.strictObject({ id: code, ...provenanceFields })

/** What advice is asked about; text under `advice-topic.<id>`. */
export const adviceTopicSchema = z.strictObject({ id: code, ...provenanceFields })
