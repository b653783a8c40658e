import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { assessReadiness, type Readiness } from '#domain/readiness/readiness.ts'
import { assessRisk, openStops } from '#domain/risk/assess-risk.ts'
import { caseA, catalogue, copy } from '../support/examples.ts'

const on = (day: string, caseFile: CaseFile = caseA): Readiness => assessReadiness(caseFile, catalogue, day)
const unmet = (readiness: Readiness) =>
  readiness.gates.filter((each) => each.state !== 'met').map((each) => `${each.gate.id} ${each.state}`)
const state = (readiness: Readiness, gate: string) => readiness.gates.find((each) => each.gate.id === gate)
const exportTo = (readiness: Readiness, recipient: string) => readiness.export.find((each) => each.recipient === recipient)

describe('Case A', () => {
  test('the overall risk is medium, no stop is open, six protective factors are listed', () => {
    const assessment = caseA.riskAssessments[0]
    if (assessment === undefined) throw new Error('case A has no risk assessment')
    const result = assessRisk(assessment, catalogue, '2026-08-25')
    expect(result.overall).toBe('medium')
    expect([...openStops(result).keys()]).toEqual([])
    expect(result.protectiveFactors).toHaveLength(6)
    expect(result.fired).toEqual([])
  })

  test('on 18 September the plan may be exported for signature to IOM Finland; G13, G15 and the soft G23 are open', () => {
    const readiness = on('2026-09-18')
    expect(exportTo(readiness, 'iom-fi')).toMatchObject({ permitted: true, gates: [], obstacles: [] })
    expect(readiness.gates.filter((each) => each.state === 'open').map((each) => each.gate.id)).toEqual(['G13', 'G15', 'G23'])
    expect(readiness.book).toMatchObject({ permitted: false, gates: ['G13'] })
  })

  test('on 19 September the departure may be booked', () => {
    const readiness = on('2026-09-19')
    expect(readiness.book).toMatchObject({ permitted: true, gates: [] })
    expect(readiness.confirm.permitted).toBe(false)
  })

  test('on 30 September every hard and soft safeguard is met and the departure may be confirmed', () => {
    const readiness = on('2026-09-30')
    expect(unmet(readiness)).toEqual([])
    expect(readiness.met).toBe(24)
    expect(readiness.confirm).toMatchObject({ permitted: true, gates: [], obstacles: [] })
    expect(readiness.carriesDepartureThrough).toBe('2026-10-05')
  })

  test('the journey may start on 1 October with the child’s spoken yes, and not without', () => {
    expect(on('2026-10-01').start).toMatchObject({ permitted: false, obstacles: ['spoken-yes-missing'] })
    expect(on('2026-09-30').start.permitted).toBe(false)
    const asked = copy(caseA)
    asked.returnDeclarations.push({ happenedOn: '2026-10-01', recordedAt: '2026-10-01T06:00:00Z', step: 'spoken-yes', by: ['child'] })
    expect(on('2026-10-01', asked).start).toMatchObject({ permitted: true, gates: [], obstacles: [] })
  })

  test('a spoken no on the travel day stops the journey and pauses the case', () => {
    const asked = copy(caseA)
    asked.returnDeclarations.push({ happenedOn: '2026-10-01', recordedAt: '2026-10-01T06:00:00Z', step: 'spoken-no', by: ['child'] })
    const readiness = on('2026-10-01', asked)
    expect(readiness.pause).toMatchObject({ since: '2026-10-01', because: 'spoken-no' })
    expect(readiness.start.permitted).toBe(false)
    expect(readiness.confirm.obstacles).toContain('paused')
    expect(state(readiness, 'G05')).toMatchObject({ state: 'open', work: 'answered-no' })
  })

  test('on 10 September the plan may not be exported and the departure not be booked, for six hard safeguards', () => {
    const readiness = on('2026-09-10')
    expect(exportTo(readiness, 'iom-fi')).toMatchObject({ permitted: false, gates: ['G11', 'G12', 'G21', 'G22', 'G24'] })
    expect(readiness.book).toMatchObject({ permitted: false, gates: ['G11', 'G12', 'G13', 'G21', 'G22', 'G24'] })
    expect(unmet(readiness)).toEqual([
      'G05 reconfirm',
      'G11 open',
      'G12 open',
      'G13 open',
      'G15 open',
      'G21 open',
      'G22 open',
      'G23 open',
      'G24 open',
    ])
    expect(readiness.met).toBe(15)
    expect(state(readiness, 'G15')?.blocks).not.toContain('book')
    expect(state(readiness, 'G05')).toMatchObject({ state: 'reconfirm', renewFrom: '2026-09-24', blocks: ['confirm', 'start'] })
  })

  test.each([
    ['G06', '2026-10-24'],
    ['G09', '2026-10-08'],
    ['G11', '2026-12-14'],
    ['G15', '2026-10-06'],
  ])('the last valid day of %s is %s', (gate, through) => {
    expect(state(on('2026-09-30'), gate)?.validThrough).toBe(through)
    expect(state(on(through), gate)?.state).toBe('met')
  })

  test('on 9 October, had the departure been moved to 12 October, G09 and G15 have expired and the consent is older than seven days', () => {
    const moved = copy(caseA)
    moved.travel.departures.push({ happenedOn: '2026-10-01', recordedAt: '2026-10-01T12:00:00Z', date: '2026-10-12', standing: 'planned' })
    const readiness = on('2026-10-09', moved)
    expect(unmet(readiness)).toEqual(['G05 reconfirm', 'G09 expired', 'G15 expired'])
    expect(readiness.confirm).toMatchObject({ permitted: false, gates: ['G05', 'G09', 'G15'] })
    expect(readiness.book).toMatchObject({ permitted: false, gates: ['G09'] })
  })

  test('a safeguard that runs out before the departure stands in the way of confirming it', () => {
    const moved = copy(caseA)
    moved.travel.departures.push({ happenedOn: '2026-09-29', recordedAt: '2026-09-29T12:00:00Z', date: '2026-10-12', standing: 'planned' })
    const readiness = on('2026-09-30', moved)
    expect(readiness.confirm.gates).toEqual(['G05', 'G09', 'G15'])
    expect(readiness.met).toBe(21)
  })
})
