import { readFileSync } from 'node:fs'
import { loadCatalogue } from '#catalogue/load.ts'
import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'

const resources = new URL('../../resources/', import.meta.url)

/** The shipped catalogue. */
export const catalogue: Catalogue = (() => {
  const loaded = loadCatalogue(new URL('catalogue/', resources))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  return loaded.value
})()

const read = (name: string): CaseFile => caseFileSchema.parse(JSON.parse(readFileSync(new URL(`examples/${name}.json`, resources), 'utf8')))

export const caseA = read('case-a')
export const caseB = read('case-b')

/** A copy to change freely. */
export const copy = <Value>(value: Value): Value => structuredClone(value)
