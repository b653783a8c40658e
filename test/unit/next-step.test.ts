import { describe, expect, test } from 'vitest'
import { phaseOf } from '#domain/case/phase.ts'
import { expiresSoon } from '#domain/readiness/expires-soon.ts'
import { nextStep } from '#domain/readiness/next-step.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { caseA, caseB, catalogue, copy } from '../support/examples.ts'

const on = (day: string, file = caseA) => assessReadiness(file, catalogue, day)

describe('the next step', () => {
  test('is secrecy before anything is sent to others', () => {
    expect(nextStep(on('2026-09-10'))).toEqual({ gate: 'G21', act: 'export' })
  })
  test('is the countersignature once the plan may be sent', () => {
    expect(nextStep(on('2026-09-18'))).toEqual({ gate: 'G13', act: 'book' })
  })
  test('is what confirming asks for once the journey may be booked', () => {
    expect(nextStep(on('2026-09-19'))).toEqual({ gate: 'G05', act: 'confirm' })
  })
  test('is none when nothing remains', () => {
    expect(nextStep(on('2026-09-30'))).toBeUndefined()
  })
})

describe('the phase of a case follows from what has been done', () => {
  test.each([
    ['2026-02-11', 'PH2_PROTECTION'],
    ['2026-08-01', 'PH3_ASSESS'],
    ['2026-09-10', 'PH5_PLAN'],
    ['2026-09-19', 'PH6_PREPARE'],
  ])('case A on %s: %s', (day, phase) => {
    expect(phaseOf(caseA, on(day))).toBe(phase)
  })
  test('case B is being assessed', () => {
    expect(phaseOf(caseB, on('2026-09-25', caseB))).toBe('PH3_ASSESS')
  })
  test.each([
    ['in-transit', 'PH7_TRAVEL'],
    ['handed-over', 'PH8_REINTEGRATE'],
  ] as const)('a handover that is %s', (status, phase) => {
    const file = copy(caseA)
    const [planned] = file.travel.handovers
    if (planned === undefined) throw new Error('case A has no handover')
    file.travel.handovers.push({ ...planned, happenedOn: '2026-10-01', status })
    expect(phaseOf(file, on('2026-10-01', file))).toBe(phase)
    expect(phaseOf(file, on('2026-09-30', file))).toBe('PH6_PREPARE')
  })
})

test('a safeguard that ends within two weeks, or before the departure, is shown as ending', () => {
  const soon = (day: string, departure?: string) => {
    const readiness = on(day)
    return readiness.gates.filter((each) => expiresSoon(each, day, departure)).map((each) => each.gate.id)
  }
  expect(soon('2026-09-23', '2026-10-01')).toEqual(['G15'])
  expect(soon('2026-09-24', '2026-10-01')).toEqual(['G09', 'G15'])
  expect(soon('2026-09-23', '2026-10-25')).toEqual(['G06', 'G09', 'G15'])
})
