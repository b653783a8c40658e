import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { positionSchema } from '#domain/partners/partner.ts'
import type { MapsPort } from '#operations/directory-port.ts'
import { resources } from '../resources.ts'

const outlinesSchema = z.record(z.string(), z.string().array())
const townsSchema = z.record(z.string(), z.strictObject({ name: z.string(), ...positionSchema.shape }).array())

function readOnce<Content>(file: string, schema: { parse(value: unknown): Content }): () => Content {
  let content: Content | undefined
  return () => {
    content ??= schema.parse(JSON.parse(readFileSync(new URL(`maps/${file}`, resources), 'utf8')))
    return content
  }
}

/** The shipped maps, read when a country is first shown. */
export function mapsPort(): MapsPort {
  const outlines = readOnce('outlines.json', outlinesSchema)
  const towns = readOnce('towns.json', townsSchema)
  return { rings: (country) => outlines()[country] ?? [], towns: (country) => towns()[country] ?? [] }
}
