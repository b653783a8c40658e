import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#domain/questionnaires/answer.ts'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { exampleOf } from '../support/questionnaires.ts'

const caseOfB = 'HV-2026-0002'
const desk = new ChangesHouse()
beforeAll(() => desk.open())
afterAll(() => desk.close())

const start = (id: string, reference = caseOfA) => desk.call('questionnaire.start', { reference, id, operationId: newOperationId() })
const open = (id: string, index: number, names?: string, reference = caseOfA) =>
  desk.call('questionnaire.open', { reference, id, index, language: 'sv', ...(names === undefined ? {} : { names }) })
const asked = async (id: string, index: number, question: string, answer: Answer | null, reference = caseOfA) => ({
  ...{ reference, id, index, question, answer },
  version: (await open(id, index, undefined, reference)).version,
  operationId: newOperationId(),
})
const answer = async (...given: Parameters<typeof asked>) => desk.call('questionnaire.answer', await asked(...given))
const sign = async (id: string, index: number) => ({
  ...{ reference: caseOfA, id, index },
  version: (await open(id, index)).version,
  operationId: newOperationId(),
})

describe('an index', () => {
  test('is begun once, answered, signed off with what it comes to, and kept over a restart', async () => {
    const { index } = await start('CRI-1')
    expect((await start('CRI-1')).index).toBe(index)
    for (const [question, given] of Object.entries(exampleOf('CRI-1@1').answers)) await answer('CRI-1', index, question, given)
    await desk.call('questionnaire.sign', await sign('CRI-1', index))
    await desk.reopen()
    const signed = await open('CRI-1', index)
    expect(signed).toMatchObject({ signedOff: { on: '2026-09-30' }, score: { composite: 0.78125, band: 'basic', alerts: ['CRI_E04'] } })
    expect(await desk.refusal('questionnaire.answer', await asked('CRI-1', index, 'alone', { code: 'no' }))).toMatchObject({
      code: 'immutable',
    })
    expect((await start('CRI-1')).index).toBe(index + 1)
  })

  test('takes only what the question allows', async () => {
    const { index } = await start('CRI-1')
    const wrong = async (given: Answer) =>
      (await desk.refusal('questionnaire.answer', await asked('CRI-1', index, 'CRI_E01.C', given))).code
    expect(await wrong({ code: '9', scale: 'FREQ5_POS' })).toBe('not-an-option')
    expect(await wrong({ code: '1', scale: 'SMILE3' })).toBe('other-scale')
    expect(await wrong({ text: 'ibland' })).toBe('wrong-kind')
  })

  test('is answered anew by the same person without a conflict, and an answer is undone', async () => {
    const { index } = await start('CRI-1')
    const first = await asked('CRI-1', index, 'CRI_E01.C', { code: '4', scale: 'FREQ5_POS' })
    await desk.call('questionnaire.answer', first)
    const again = { ...first, answer: { code: '2', scale: 'FREQ5_POS' }, operationId: newOperationId() }
    const { version } = await desk.call('questionnaire.answer', again)
    expect((await open('CRI-1', index)).answers['CRI_E01.C']).toEqual({ code: '2', scale: 'FREQ5_POS' })
    expect(await desk.call('case.undo', { reference: caseOfA, version, operationId: newOperationId() })).toMatchObject({
      action: 'answer.changed',
    })
    expect((await open('CRI-1', index)).answers['CRI_E01.C']).toEqual({ code: '4', scale: 'FREQ5_POS' })
  })

  test('hides a name in the child’s words until names are asked for', async () => {
    const { index } = await start('NEEDS-1')
    await answer('NEEDS-1', index, 'BB_B1.view', { words: 'Sven Fiktivsson är snäll.' })
    const hidden = await open('NEEDS-1', index)
    expect(hidden.answers['BB_B1.view']).toEqual({ words: '… är snäll.' })
    expect(hidden.hidden).toEqual(['BB_B1.view'])
    expect((await open('NEEDS-1', index, newOperationId())).answers['BB_B1.view']).toEqual({ words: 'Sven Fiktivsson är snäll.' })
  })
})

describe('a risk assessment', () => {
  test('that is begun anew lies beside the signed one, which goes on to hold; an open stop in the draft says no at once', async () => {
    const gate = async () =>
      (await desk.call('case.overview', { reference: caseOfA })).readiness.gates.find(({ id }) => id === 'G06')?.state
    expect(await gate()).toBe('met')
    const { index } = await start('RISK-4x4')
    expect(index).toBe(1)
    expect(await gate()).toBe('met')
    const inherent = { likelihood: 4, severity: 4 } as const
    await answer('RISK-4x4', index, 'RI01', { risk: { finding: 'present', inherent, measures: [] } })
    expect((await open('RISK-4x4', index)).risk).toMatchObject({ overall: 'critical' })
    expect(await gate()).not.toBe('met')
    await answer('RISK-4x4', index, 'RI01', { risk: { finding: 'absent' } })
    expect(await gate()).toBe('met')
  })
})

describe('the best-interests procedure', () => {
  const decision = { decidedOn: '2026-09-30', outcome: 'POSTPONE', reasons: 'Mottagandet är inte klart.', dissent: [] }
  const decide = async (index: number) => ({
    ...{ reference: caseOfB, index, decision },
    version: (await open('BIA-SE-1', index, undefined, caseOfB)).version,
    operationId: newOperationId(),
  })

  test('is decided by a panel of three, when each factor has weight and source and each alternative its sentence', async () => {
    expect(await desk.refusal('best-interests.decide', await decide(0))).toMatchObject({ code: 'form-not-complete' })
    for (const [question, given] of Object.entries(exampleOf('BIA-SE-1@1').answers))
      if (question !== 'evidence') await answer('BIA-SE-1', 0, question, given, caseOfB)
    const small = { at: '/bestInterests/0/panel', value: [{ name: 'Socialtjänsten', role: 'socialtjänsten', chair: true }] }
    const { version } = await open('BIA-SE-1', 0, undefined, caseOfB)
    await desk.call('case.edit', { reference: caseOfB, version, edits: [small], operationId: newOperationId() })
    expect(await desk.refusal('best-interests.decide', await decide(0))).toMatchObject({ code: 'panel-too-small', values: { n: 3 } })
    const panel = ['Socialtjänsten', 'God man', 'Psykolog'].map((name, at) => ({ name, role: name, chair: at === 0 }))
    const large = { at: '/bestInterests/0/panel', value: panel }
    await desk.call('case.edit', { reference: caseOfB, version: version + 1, edits: [large], operationId: newOperationId() })
    await desk.call('best-interests.decide', await decide(0))
    expect((await open('BIA-SE-1', 0, undefined, caseOfB)).bestInterests).toMatchObject({
      decision: { outcome: 'POSTPONE' },
      childInformed: null,
    })
    const told = { at: '/bestInterests/0/childInformed', value: { on: '2026-09-30', language: 'bg' } }
    await desk.call('case.edit', { reference: caseOfB, version: version + 3, edits: [told], operationId: newOperationId() })
    expect((await open('BIA-SE-1', 0, undefined, caseOfB)).bestInterests?.childInformed).toEqual({
      on: '2026-09-30',
      language: 'bg',
      by: null,
    })
  })
})
