import { describe, expect, it } from 'vitest'
import { readMessages } from '#catalogue/messages.ts'
import { leavesOf } from '#domain/access-request/leaves.ts'
import { recordFor } from '#domain/access-request/record-for.ts'
import { caseFileSchema } from '#domain/case/case-file.ts'
import { aCaseA, aCaseB } from '../support/cases.ts'

const caseFile = aCaseA().build()
const source = { caseFile, on: '2026-09-30', accesses: [], files: [] }
const record = (subject: string) => {
  const made = recordFor({ ...source, subject })
  if (made === undefined) throw new Error('no such person')
  return made
}
const rowsOf = (subject: string) => record(subject).entries.flatMap((entry) => entry.rows)

describe('everything held about one person', () => {
  it('of the child is every value of the case', () => {
    const held = new Set(rowsOf('child').map((row) => row.pointer))
    expect(leavesOf(caseFile).filter((leaf) => leaf.field !== 'happenedOn' && !held.has(leaf.pointer))).toEqual([])
    expect(held.size).toBeGreaterThan(300)
  })

  it('of a relative is the own entry, what points at them and passages with their name, but not the child’s account', () => {
    const rows = rowsOf('ioana-exemplu')
    const pointers = rows.map((row) => row.pointer)
    expect(rows.find((row) => row.field === 'phone')?.value).toBe('+40 700 000 001')
    expect(pointers).toContain('/reception/homeStudies/0/outcome')
    expect(pointers).toContain('/reintegration/childsGoal')
    expect(pointers.some((pointer) => pointer.startsWith('/child/'))).toBe(false)
    expect(pointers.some((pointer) => pointer.startsWith('/people/') && !pointer.startsWith('/people/4/'))).toBe(false)
  })

  it('a code of kinship is no person, even where somebody bears it as id', () => {
    expect(rowsOf('father').find((row) => row.field === 'kinship')?.value).toBe('father')
  })

  it('somebody whom the case does not know has no record', () => {
    expect(recordFor({ ...source, subject: 'nobody' })).toBeUndefined()
  })
})

describe('before it is handed out', () => {
  const reasons = (subject: string, pointer: string) => rowsOf(subject).find((row) => row.pointer === pointer)?.review

  it('entries of others, passages that name them, and safety are pointed out to the officer, and all stay in', () => {
    expect(reasons('child', '/people/4/phone')).toEqual(['about-another'])
    expect(reasons('child', '/people/4/safetyNote')).toEqual(['about-another', 'safety'])
    expect(reasons('child', '/reception/homeStudies/0/person')).toEqual(['names-another'])
    expect(reasons('child', '/child/givenName')).toEqual([])
  })

  it('what a relative is told about the child is pointed out, their own telephone is not', () => {
    expect(reasons('ioana-exemplu', '/people/4/phone')).toEqual([])
    expect(reasons('ioana-exemplu', '/reintegration/childsGoal')).toEqual(['about-another'])
  })
})

it('recipients, with day and purpose, come from the log of transfers', () => {
  expect(record('child').transfers.length).toBe(caseFile.transfers.log.length)
})

type Definition = {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly innerType?: Schema
  readonly options?: readonly Schema[]
}
type Schema = { readonly _zod: { readonly def: Definition } }

const technical = [
  'format',
  'id',
  'recordedAt',
  'form',
  'catalogueVersion',
  'sha256',
  'template',
  'caseVersion',
  'zone',
  'code',
  'happenedOn',
]

/** Every field that a case file can have. */
function fieldsOf({ _zod: { def } }: Schema): readonly string[] {
  const inner = [def.element, def.innerType, ...(def.options ?? [])].filter((each) => each !== undefined)
  const own = Object.entries(def.shape ?? {}).flatMap(([field, schema]) => [field, ...fieldsOf(schema)])
  return [...own, ...inner.flatMap(fieldsOf)]
}

it.each(['sv', 'en'] as const)('every field that a case can have has a word in %s', (language) => {
  const words = readMessages(language)
  const fields = new Set(fieldsOf(caseFileSchema as unknown as Schema))
  expect(fields.size).toBeGreaterThan(200)
  expect([...fields].filter((field) => !technical.includes(field) && !words.has(`record.field.${field}`))).toEqual([])
})

it('a case of another child is no part of it', () => {
  expect(JSON.stringify(record('child'))).not.toContain(aCaseB().build().child.familyName)
})
