import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '#shells/demonstration.ts'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'

const caseOfB = 'HV-2026-0002'
const today = demonstration.today
const desk = new ChangesHouse()
beforeAll(() => desk.open())
afterAll(() => desk.close())

const overview = (reference: string) => desk.call('case.overview', { reference })
const withdraw = (reference: string, by: ('child' | 'guardian')[] = ['child'], operationId = newOperationId()) =>
  desk.call('consent.withdraw', { reference, by, operationId })
const edit = async (reference: string, at: string, value: Parameters<typeof desk.call<'case.edit'>>[1]['edits'][number]['value']) => {
  const { version } = await desk.about(reference)
  const edits = value === undefined ? [{ at }] : [{ at, value }]
  return { reference, version, edits, operationId: newOperationId() }
}

describe('a child who has changed its mind', () => {
  test('pauses the case at once, on whatever version stands, and the journal says so', async () => {
    expect((await overview(caseOfA)).readiness.pause).toBeNull()
    const { since } = await withdraw(caseOfA)
    expect(since).toBe(today)
    const { readiness, identity } = await overview(caseOfA)
    expect(readiness.pause).toMatchObject({ because: 'withdrawn', by: ['child'], missing: ['talk', 'declaration', 'decision'] })
    expect([identity.pausedSince, readiness.book.permitted, readiness.confirm.permitted, readiness.start.permitted]).toEqual([
      today,
      false,
      false,
      false,
    ])
    expect(readiness.export.every(({ permitted }) => !permitted)).toBe(true)
    const { entries } = await desk.call('case.history', { reference: caseOfA, limit: 5 })
    expect(entries[0]?.action).toBe('consent.withdrawn')
  })

  test('is written once, however often it is said on the same day', async () => {
    const { version } = await desk.about()
    expect((await withdraw(caseOfA)).version).toBe(version)
    expect((await withdraw(caseOfA, ['guardian'])).version).toBe(version + 1)
  })

  test('cannot be unsaid: neither by undoing, nor by a change', async () => {
    const { version } = await desk.about()
    const undone = await desk.refusal('case.undo', { reference: caseOfA, version, operationId: newOperationId() })
    expect(undone.messageKey).toBe('immutable.return-declaration')
    const { values } = await desk.call('case.fields', { reference: caseOfA, places: ['/returnDeclarations'] })
    const last = (Array.isArray(values['/returnDeclarations']) ? values['/returnDeclarations'] : []).length - 1
    const gone = await desk.refusal('case.edit', await edit(caseOfA, `/returnDeclarations/${last}`, undefined))
    expect(gone.messageKey).toBe('immutable.return-declaration')
  })

  test('keeps the plan from going out: only a draft may', async () => {
    const asked = { reference: caseOfA, recipient: 'iom-fi', language: 'sv', operationId: newOperationId() } as const
    const refused = await desk.refusal('plan.export', { ...asked, draft: false, folder: desk.folder })
    expect(refused.code).toBe('not-ready')
    await desk.call('plan.export', { ...asked, draft: true, folder: desk.folder, operationId: newOperationId() })
  })
})

describe('a paused case', () => {
  const resume = async () => ({
    reference: caseOfB,
    version: (await desk.about(caseOfB)).version,
    operationId: newOperationId(),
    reason: 'Barnet har talat ensamt med tolk och vill återvända.',
  })
  const fact = { happenedOn: today, recordedAt: 'now' }
  const talk = {
    ...fact,
    interviewer: 'Karin Låtsas',
    alone: true,
    wantsToReturn: 'yes',
    informedOfAlternatives: true,
    wishes: [{ wish: 'Bo hos mormor' }],
  }
  const missing = async () => (await overview(caseOfB)).readiness.pause?.missing

  test('goes on only after a new talk, a new declaration of both, and then the decision', async () => {
    expect(await missing()).toEqual(['talk', 'declaration', 'decision'])
    expect((await desk.refusal('consent.resume', await resume())).code).toBe('resumption-too-early')
    await desk.call('case.edit', await edit(caseOfB, '/talks/+', talk))
    expect(await missing()).toEqual(['declaration', 'decision'])
    expect((await desk.refusal('consent.resume', await resume())).code).toBe('resumption-too-early')
    await desk.call('case.edit', await edit(caseOfB, '/returnDeclarations/+', { ...fact, step: 'given', by: ['child', 'guardian'] }))
    expect(await missing()).toEqual(['decision'])
    await desk.call('consent.resume', await resume())
    expect(await missing()).toBeUndefined()
    expect((await desk.refusal('consent.resume', await resume())).code).toBe('not-paused')
    expect((await desk.call('consent.view', { reference: caseOfB })).resumptions).toMatchObject([{ on: today }])
  })

  test('is not resumed beside something else: the decision has its own way', async () => {
    const { version } = await desk.about(caseOfB)
    const after = { ...fact, recordedAt: '2026-09-30T08:00:00Z', decidedBy: 'Någon', reason: 'Utan beslut' }
    const steps = [{ path: '/resumptions/1', after }]
    const refused = await desk.refusal('case.change', { reference: caseOfB, version, steps, operationId: newOperationId() })
    expect(refused.code).toBe('field-not-open')
  })

  test('a wish gets its answer once, and a talk is never rewritten', async () => {
    const answer = { text: 'Mormor tillfrågas', decidedOn: today }
    await desk.call('case.edit', await edit(caseOfB, '/talks/2/wishes/0/answer', answer))
    const again = await desk.refusal('case.edit', await edit(caseOfB, '/talks/2/wishes/0/answer', { ...answer, text: 'Nej' }))
    expect(again.messageKey).toBe('immutable.talk')
  })
})

describe('the grounds of a transfer', () => {
  test('are those of the catalogue, and say which belong to the other side of the EEA border', async () => {
    const { publicAuthority, recipients } = await desk.call('consent.view', { reference: caseOfA })
    expect(publicAuthority).toBe(true)
    const grounds = (id: string) => recipients.find((each) => each.id === id)?.dataProtection ?? []
    expect(grounds('dgaspc-bacau').find(({ id }) => id === 'gdpr-inside-eea')?.hindrance).toBeNull()
    expect(grounds('dgaspc-bacau').find(({ id }) => id === 'gdpr-49-1-d')?.hindrance).toBe('outside-eea-only')
  })

  test('consent that is taken back stops what goes to that recipient, and to no other', async () => {
    const gap = async (id: string) =>
      (await desk.call('consent.view', { reference: caseOfA })).recipients.find((each) => each.id === id)?.gap
    expect([await gap('iom-fi'), await gap('iom-ro')]).toEqual([null, null])
    const value = { happenedOn: today, recordedAt: 'now', step: 'withdrawn', recipients: ['iom-fi'], purpose: 'plan', by: ['child'] }
    await desk.call('case.edit', await edit(caseOfA, '/transfers/consents/+', value))
    expect([await gap('iom-fi'), await gap('iom-ro')]).toEqual(['consent-withdrawn', null])
  })
})
