import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFileSchema } from '#domain/case/case-file.ts'
import { immutableTouched } from '#domain/changes/immutable.ts'
import { isRecord, sameValue } from '#domain/changes/json.ts'
import { applySteps } from '#domain/changes/steps.ts'
import { stepsBetween } from '#domain/changes/steps-between.ts'
import { mergeOver } from '#domain/changes/three-way.ts'
import { changeToRedo, changeToUndo, type MadeChange, turnRound } from '#domain/changes/undo.ts'
import { caseA } from '../support/examples.ts'
import { fullCase } from '../support/full-case.ts'

const item = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: fc.string(), n: fc.nat(3) })
const document = fc.record({
  alias: fc.string(),
  tasks: fc.uniqueArray(item, { selector: (each) => each.id, maxLength: 4 }),
  talks: fc.array(fc.record({ words: fc.constantFrom('ja', 'nej', 'kanske') }), { maxLength: 4 }),
  tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
  deep: fc.record({ one: fc.nat(2), other: fc.nat(2) }),
})

describe('a difference between three', () => {
  it('names every field that I changed: taking all of them gives mine where they touched nothing', () => {
    fc.assert(
      fc.property(document, document, (base, mine) => {
        const { rows, merged } = mergeOver(base, mine, base, () => true)
        expect(merged).toEqual(mine)
        expect(rows.every((row) => row.standing === 'apart')).toBe(true)
        expect(rows.length === 0).toBe(sameValue(base, mine))
      }),
    )
  })

  it('taking none of mine leaves theirs as it is', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        expect(mergeOver(base, mine, theirs, () => false).merged).toEqual(theirs)
      }),
    )
  })

  it('leaves their order where none of mine is taken, and names an order that I changed as a field of its own', () => {
    const listed = (...names: string[]) => ({ tasks: names.map((id) => ({ id })), talks: names.map((words) => ({ words })) })
    const base = listed('a', 'b')
    expect(mergeOver(base, listed('b'), base, () => false).merged).toEqual(base)
    expect(mergeOver(base, listed('b', 'a'), base, () => false).merged).toEqual(base)
    const { rows, merged } = mergeOver(base, listed('b', 'a'), base, () => true)
    expect(merged).toEqual(listed('b', 'a'))
    expect(rows.map((row) => row.path)).toContain('/tasks')
  })

  it('names each field once, so that every choice is a choice of one thing', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const paths = mergeOver(base, mine, theirs, () => true).rows.map((row) => row.path)
        expect(new Set(paths).size).toBe(paths.length)
      }),
    )
  })

  it('never takes away what only they changed', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const kept = { ...mine, alias: base.alias }
        expect(mergeOver(base, kept, theirs, () => true).merged).toMatchObject({ alias: theirs.alias })
      }),
    )
  })
})

/** A case with its journal, as far as undoing needs them. */
class Desk {
  readonly versions: unknown[]
  readonly changes: MadeChange[] = []
  constructor(start: unknown) {
    this.versions = [start]
  }

  get now(): unknown {
    return this.versions.at(-1)
  }

  make(after: unknown, links: Partial<MadeChange> = {}): void {
    if (!isRecord(this.now) || !isRecord(after)) throw new Error('no document')
    const steps = stepsBetween(this.now, after)
    if (steps.length === 0) return
    this.versions.push(after)
    const version = this.versions.length
    this.changes.unshift({ operationId: `op-${version}`, actor: 'me', action: 'case.changed', version, steps, ...links })
  }

  turn(find: typeof changeToUndo, link: 'undoes' | 'redoes'): boolean {
    const found = find(this.changes, 'me')
    if (found === undefined) return false
    const turned = turnRound(found.change.steps, this.versions[found.change.version - 1], this.now)
    if (turned.kind !== 'steps') throw new Error('overtaken, though nobody else was here')
    const applied = applySteps(this.now, turned.steps)
    if (!applied.ok) throw new Error('misfit')
    this.make(applied.value, { [link]: found.original })
    return true
  }
}

describe('undo and redo', () => {
  it('walk back to the beginning and forth to the end, through every document between', () => {
    fc.assert(
      fc.property(document, fc.array(document, { minLength: 1, maxLength: 5 }), (start, made) => {
        const desk = new Desk(start)
        for (const each of made) desk.make(each)
        const seen = [...desk.versions]
        for (let at = seen.length - 2; at >= 0; at -= 1) {
          expect(desk.turn(changeToUndo, 'undoes')).toBe(true)
          expect(desk.now).toEqual(seen[at])
        }
        expect(desk.turn(changeToUndo, 'undoes')).toBe(false)
        for (let at = 1; at < seen.length; at += 1) {
          expect(desk.turn(changeToRedo, 'redoes')).toBe(true)
          expect(desk.now).toEqual(seen[at])
        }
        expect(desk.turn(changeToRedo, 'redoes')).toBe(false)
      }),
    )
  })

  it('a new change leaves nothing to redo', () => {
    const desk = new Desk({ alias: 'a' })
    desk.make({ alias: 'b' })
    desk.turn(changeToUndo, 'undoes')
    desk.make({ alias: 'c' })
    expect(desk.turn(changeToRedo, 'redoes')).toBe(false)
    desk.turn(changeToUndo, 'undoes')
    expect(desk.now).toEqual({ alias: 'a' })
  })

  it('stops where somebody else has changed the same field, and goes on beside what they changed elsewhere', () => {
    const desk = new Desk({ alias: 'a', other: 1 })
    desk.make({ alias: 'b', other: 1 })
    desk.make({ alias: 'b', other: 2 }, { actor: 'you' })
    desk.turn(changeToUndo, 'undoes')
    expect(desk.now).toEqual({ alias: 'a', other: 2 })
    const overtaken = new Desk({ alias: 'a' })
    overtaken.make({ alias: 'b' })
    overtaken.make({ alias: 'c' }, { actor: 'you' })
    expect(() => overtaken.turn(changeToUndo, 'undoes')).toThrow('overtaken')
  })
})

describe('what stands for ever', () => {
  const start = fullCase(caseA)
  const standing = { now: '2026-09-30T10:00:00Z', noteLockMinutes: 60 }
  const lists = [
    ...['riskAssessments', 'bestInterests', 'overrides', 'talks', 'returnDeclarations', 'resumptions', 'notes', 'people', 'tasks'],
  ] as const
  type Draft = Record<string, unknown[]>

  it('is the same after any row of changes of which only the allowed ones were made', () => {
    const move = fc.record({
      list: fc.constantFrom(...lists),
      at: fc.nat(3),
      kind: fc.constantFrom('remove', 'alter', 'double', 'swap'),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let file = start
        for (const { list, at, kind } of moves) {
          const draft = structuredClone(file) as unknown as Draft
          const items = draft[list] ?? []
          const [chosen] = items.slice(at, at + 1)
          if (kind === 'remove') items.splice(at, 1)
          else if (kind === 'double' && chosen !== undefined) items.push(structuredClone(chosen))
          else if (kind === 'swap') items.reverse()
          else if (isRecord(chosen)) chosen['recordedAt'] = '2026-09-30T09:59:00Z'
          const parsed = caseFileSchema.safeParse(draft)
          if (parsed.success && immutableTouched(file, parsed.data, standing).length === 0) file = parsed.data
        }
        expect(immutableTouched(start, file, standing)).toEqual([])
        for (const each of start.riskAssessments) expect(file.riskAssessments).toContainEqual(each)
        for (const each of start.overrides) expect(file.overrides).toContainEqual(each)
        for (const each of start.talks) expect(file.talks).toContainEqual(each)
        for (const each of start.notes ?? []) expect(file.notes).toContainEqual(each)
      }),
      { numRuns: 60 },
    )
  })
})
