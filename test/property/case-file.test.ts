import { assert, constantFrom, jsonValue, nat, oneof, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { translator } from '#catalogue/messages.ts'
import { pathText } from '#catalogue/shape-faults.ts'
import { readCaseFile } from '#exchange/case-bundle.ts'
import { readJsonText } from '#exchange/json-text.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'

type Place = readonly (string | number)[]
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every place of a case, the whole included. */
function placesOf(value: unknown, path: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, Array.isArray(value) ? Number(key) : key]))
  return [path, ...inner]
}

const removed = Symbol('removed')

/** The file with one place taken out or replaced. */
function mutate(file: unknown, path: Place, value: unknown): unknown {
  const last = path.at(-1)
  if (last === undefined) return value === removed ? null : value
  const whole = copy(file)
  let holder: unknown = whole
  for (const part of path.slice(0, -1)) holder = Reflect.get(Object(holder), part)
  if (value !== removed) Reflect.set(Object(holder), last, value)
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(Object(holder), last)
  return whole
}

const cases = [caseA, caseB].map((caseFile) => ({ caseFile, places: placesOf(caseFile) }))
const constants = constantFrom<unknown>(
  removed,
  null,
  '',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  'x',
  'RI01',
  '2026-10-01',
  '2010-01-01',
  'father',
  'ROU',
)
const values = oneof(constants, string(), jsonValue())

/** What others name or are measured by: a change there may be told at the place that names it, or is measured. */
const named = /^\$\.(people|recipients|documents|budget\.lines)/
const measured = /\$\.child\.birthDate|(happenedOn|recordedAt|issuedOn|startsOn|decidedOn)$|\.(from|legs\[\d+\])/
const elsewhere = new Map([
  ['unknown-local-id', named],
  ['before-birth', measured],
  ['recorded-before', measured],
  ['before-beginning', measured],
  ['arrives-before-leaving', measured],
])

test('a case changed at any place is still valid, or refused with a fault there; nothing is ever thrown', async () => {
  await assert(
    property(tuple(constantFrom(...cases), nat(), values), ([{ caseFile, places }, pick, value]) => {
      const place = places[pick % places.length] ?? []
      const file = mutate(caseFile, place, value)
      const text = JSON.stringify(file)
      const read = readCaseFile(bytesOf(text), catalogue)
      if (read.ok) {
        expect(read.value).toEqual(JSON.parse(text))
        return
      }
      const here = pathText(place)
      const near = read.error.filter(({ path, code }) => here.startsWith(path) || path.startsWith(here) || elsewhere.get(code)?.test(here))
      expect(near, `${here}: ${JSON.stringify(read.error)}`).not.toEqual([])
      for (const { messageKey, values: told } of read.error) expect(translator('sv')(messageKey, told)).not.toBe('')
    }),
    { numRuns: 400 },
  )
})

const pieces = constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"',
  '\\',
  '1',
  '-',
  '.5',
  'e3',
  'true',
  'nul',
  'null',
  ' ',
  '\n',
  '\u0000',
  '\\u00e5',
)
const texts = oneof(
  string(),
  jsonValue().map((value) => JSON.stringify(value, null, 1)),
  tuple(pieces, pieces, pieces, pieces, pieces).map((some) => some.join('')),
)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('the reader of JSON text and the platform’s agree on what is JSON', async () => {
  await assert(
    property(texts, (text) => {
      expect(readJsonText(text).brokenAt === undefined).toBe(isJson(text))
      expect(readCaseFile(bytesOf(text), catalogue).ok).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
