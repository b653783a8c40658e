import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'

// As if the typed screens had opened every field of the case.
vi.mock('#domain/changes/open-fields.ts', () => ({ openFieldAction: () => 'case.changed' }))

const desk = new ChangesHouse()
const users = { anna: 'DEMO DEMO DEMO', bo: 'boken ligger kvar här', eva: 'evas lösenfras står här' }
const names = { anna: 'DEMO Anna Testberg', bo: 'Bo Exempelsson', eva: 'Eva Chefsson' }
const reason = 'Åklagaren har sagt att förundersökningen inte hindrar resan.'

async function seat(who: keyof typeof users): Promise<void> {
  await desk.call('register.lock', {})
  await desk.call('register.unlock', { passphrase: users[who], user: names[who] })
}

const asked = async () => ({ reference: caseOfA, version: (await desk.about()).version, operationId: newOperationId() })
const newest = async () => (await desk.call('case.history', { reference: caseOfA, limit: 1 })).entries[0]
const gate = async (id: string, on?: string) =>
  (await desk.call('case.overview', { reference: caseOfA, ...(on === undefined ? {} : { on }) })).readiness.gates.find(
    (each) => each.id === id,
  )

beforeAll(async () => {
  await desk.open()
  await desk.call('users.add', { name: names.bo, roles: ['coordinator'], passphrase: users.bo, operationId: newOperationId() })
  await desk.call('users.add', { name: names.eva, roles: ['manager'], passphrase: users.eva, operationId: newOperationId() })
  for (const { id, self } of (await desk.call('users.list', {})).users)
    if (!self) await desk.call('access.grant', { reference: caseOfA, person: id, standing: 'owner', operationId: newOperationId() })
})
afterAll(() => desk.close())

describe('the budget', () => {
  test('is not approved by whoever read it in with the case', async () => {
    const refused = await desk.refusal('budget.approve', { ...(await asked()), fundedForWholePeriod: true })
    expect(refused.code).toBe('budget-own')
  })

  test('is not approved by a coordinator', async () => {
    await seat('bo')
    const refused = await desk.refusal('budget.approve', { ...(await asked()), fundedForWholePeriod: true })
    expect(refused.messageKey).toBe('failure.not-permitted.approve-budget')
  })

  test('is approved by another manager, by name and day, and stands in the journal', async () => {
    await seat('eva')
    const seen = await asked()
    const once = { ...seen, fundedForWholePeriod: true }
    const approved = await desk.call('budget.approve', once)
    expect(approved.version).toBe(seen.version + 1)
    expect(await desk.call('budget.approve', once)).toEqual(approved)
    expect(await newest()).toMatchObject({ action: 'budget.approved', by: names.eva })
    const { budget } = await desk.call('case.budget', { reference: caseOfA })
    expect(budget.approval).toMatchObject({ on: '2026-09-30', fundedForWholePeriod: true })
    const { versions } = await desk.call('case.versions', { reference: caseOfA, kind: 'budget' })
    expect(versions).toHaveLength(2)
  })

  test('that has changed since is approved only as it stands, and not by whoever changed it', async () => {
    const seen = await asked()
    const { budget } = await desk.call('case.budget', { reference: caseOfA })
    const steps = [{ path: '/budget/lines/0/description', before: budget.lines[0]?.description ?? '', after: 'Boende i tolv månader' }]
    await desk.call('case.change', { ...(await asked()), steps })
    expect((await desk.refusal('budget.approve', { ...(await asked()), fundedForWholePeriod: false })).code).toBe('budget-own')
    await seat('anna')
    expect((await desk.refusal('budget.approve', { ...seen, operationId: newOperationId(), fundedForWholePeriod: false })).code).toBe(
      'stale',
    )
    expect(await desk.call('budget.approve', { ...(await asked()), fundedForWholePeriod: false })).toBeDefined()
  })

  test('is not undone once it is approved', async () => {
    expect(await desk.refusal('case.undo', await asked())).toMatchObject({ code: 'immutable' })
  })
})

describe('a safeguard', () => {
  test('that is hard is set aside by nobody', async () => {
    expect((await desk.refusal('safeguard.set-aside', { ...(await asked()), gate: 'G01', reason })).code).toBe('safeguard-hard')
  })

  test('is set aside by a manager only, with a reason and not for days gone by', async () => {
    await seat('bo')
    expect(await desk.refusal('safeguard.set-aside', { ...(await asked()), gate: 'G14', reason })).toMatchObject({
      messageKey: 'failure.not-permitted.approve-override',
    })
    await seat('eva')
    expect((await desk.refusal('safeguard.set-aside', { ...(await asked()), gate: 'G14', reason: 'Bråttom.' })).code).toBe(
      'decision-reason',
    )
    expect((await desk.refusal('safeguard.set-aside', { ...(await asked()), gate: 'G14', reason, until: '2026-09-29' })).code).toBe(
      'until-over',
    )
  })

  test('is set aside through a day, and counts again after it', async () => {
    expect(await gate('G14')).toMatchObject({ state: 'open' })
    await desk.call('safeguard.set-aside', { ...(await asked()), gate: 'G14', reason, until: '2026-10-02' })
    expect(await newest()).toMatchObject({ action: 'safeguard.set-aside', by: names.eva })
    expect([await gate('G14'), await gate('G14', '2026-10-02'), await gate('G14', '2026-10-03')].map((each) => each?.state)).toEqual([
      'overridden',
      'overridden',
      'open',
    ])
    expect((await desk.refusal('safeguard.set-aside', { ...(await asked()), gate: 'G14', reason })).code).toBe('set-aside-already')
  })

  test('is restored with a reason, and both decisions stay', async () => {
    await seat('bo')
    expect((await desk.refusal('safeguard.restore', { ...(await asked()), gate: 'G14', reason })).code).toBe('not-permitted')
    await seat('eva')
    await desk.call('safeguard.restore', { ...(await asked()), gate: 'G14', reason })
    expect((await gate('G14'))?.state).toBe('open')
    expect(await newest()).toMatchObject({ action: 'safeguard.restored', by: names.eva })
    expect((await desk.refusal('safeguard.restore', { ...(await asked()), gate: 'G14', reason })).code).toBe('not-set-aside')
    expect((await desk.call('case.versions', { reference: caseOfA, kind: 'override' })).versions).toHaveLength(1)
  })
})

describe('a decision on a side way', () => {
  const approval = { happenedOn: '2026-09-30', recordedAt: '2026-09-30T10:00:00Z', by: 'Bo', fundedForWholePeriod: true }
  const hidden = async () => ({
    ...(await asked()),
    steps: [{ path: '/budget/approvals/3', after: approval }],
  })

  test('among other changes is refused to a coordinator, and to a manager too', async () => {
    expect((await desk.refusal('case.change', await hidden())).code).toBe('decision-apart')
    await seat('bo')
    expect((await desk.refusal('case.change', await hidden())).messageKey).toBe('failure.not-permitted.approve-budget')
  })

  test('in a file that a coordinator reads in is refused', async () => {
    const file = join(desk.folder, 'forged.json')
    const text = readFileSync(new URL('../../resources/examples/case-a.json', import.meta.url), 'utf8')
    writeFileSync(file, text)
    expect((await desk.refusal('case.import', { file, operationId: newOperationId() })).code).toBe('decisions-in-file')
  })
})
