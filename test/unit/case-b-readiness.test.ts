import { describe, expect, test } from 'vitest'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { assessRisk, openStops } from '#domain/risk/assess-risk.ts'
import { caseB, catalogue, copy } from '../support/examples.ts'

const day = '2026-09-25'
const risk = () => {
  const assessment = caseB.riskAssessments[0]
  if (assessment === undefined) throw new Error('case B has no risk assessment')
  return assessRisk(assessment, catalogue, day)
}

describe('Case B on 25 September', () => {
  test.each([
    ['RF01', 'critical'],
    ['RT03', 'high'],
    ['RI12', 'high'],
    ['RI06', 'high'],
    ['RF08', 'high'],
    ['RC01', 'medium'],
    ['RS02', 'medium'],
    ['RT04', 'unknown'],
  ])('%s counts as %s', (factor, level) => {
    expect(risk().factors.find((each) => each.factor.id === factor)?.level).toBe(level)
  })

  test('a residual whose measure is only planned leaves the inherent value', () => {
    const family = risk().factors.find((each) => each.factor.id === 'RF01')
    expect(family).toMatchObject({ standing: 'residual-not-yet', counted: { likelihood: 3, severity: 4 } })
  })

  test('the overall risk is critical and six factors stop the return', () => {
    expect(risk().overall).toBe('critical')
    expect(Object.fromEntries(openStops(risk()))).toEqual({
      RF01: ['STOP1', 'STOP2'],
      RT03: ['STOP1'],
      RT04: ['STOP3'],
      RI01: ['STOP3'],
      RF03: ['STOP3'],
      RS03: ['STOP3'],
    })
  })

  test('fewer than three protective factors are noted, and no group has three high factors', () => {
    const rules = risk().fired.map((each) => each.rule)
    expect(rules).toContain('WARN1')
    expect(rules).not.toContain('STOP4')
  })

  test('the withdrawn consent pauses the case from 21 September', () => {
    const readiness = assessReadiness(caseB, catalogue, day)
    expect(readiness.pause).toEqual({
      since: '2026-09-21',
      because: 'withdrawn',
      by: ['child'],
      missing: ['talk', 'declaration', 'decision'],
    })
    for (const act of [readiness.book, readiness.confirm, readiness.start, ...readiness.export]) {
      expect(act.permitted).toBe(false)
      expect(act.obstacles).toContain('paused')
    }
    expect(assessReadiness(caseB, catalogue, '2026-09-20').pause).toBeUndefined()
  })

  test('nothing can be overridden while the case is paused', () => {
    const overridden = copy(caseB)
    const reason = 'En skriven motivering som är tillräckligt lång för att godtas av systemet.'
    overridden.overrides.push({
      happenedOn: '2026-09-22',
      recordedAt: '2026-09-22T12:00:00Z',
      gate: 'G14',
      reason,
      decidedBy: 'Eva Chefsson',
    })
    expect(assessReadiness(overridden, catalogue, day).gates.find((each) => each.gate.id === 'G14')?.state).toBe('open')
  })

  test('G01 is met and every other hard safeguard is open', () => {
    const gates = assessReadiness(caseB, catalogue, day).gates
    expect(gates.filter((each) => each.state === 'met').map((each) => each.gate.id)).toEqual(['G01'])
    expect(gates.filter((each) => each.gate.kind === 'hard' && each.state === 'open')).toHaveLength(18)
    expect(gates.filter((each) => each.gate.kind === 'soft' && each.state === 'open')).toHaveLength(5)
    expect(gates.find((each) => each.gate.id === 'G05')).toMatchObject({ work: 'answered-no', reason: { code: 'withdrawn' } })
  })

  test('the case goes on only with a new talk, a new declaration and a manager’s decision, all after the withdrawal', () => {
    const at = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
    const again = copy(caseB)
    again.resumptions.push({ ...at('2026-09-22'), decidedBy: 'Eva Chefsson', reason: 'Barnet har ändrat sig igen.' })
    expect(assessReadiness(again, catalogue, day).pause?.missing).toEqual(['talk', 'declaration', 'decision'])
    again.talks.push({
      ...at('2026-09-23'),
      interviewer: 'Karin Låtsas',
      alone: true,
      wantsToReturn: 'yes',
      informedOfAlternatives: true,
      wishes: [],
    })
    again.returnDeclarations.push({ ...at('2026-09-23'), step: 'given', by: ['child', 'guardian'] })
    expect(assessReadiness(again, catalogue, day).pause?.missing).toEqual(['decision'])
    again.resumptions.push({ ...at('2026-09-24'), decidedBy: 'Eva Chefsson', reason: 'Nytt samtal och ny förklaring finns.' })
    expect(assessReadiness(again, catalogue, day).pause).toBeUndefined()
  })
})
