import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'

const desk = new ChangesHouse()
beforeAll(() => desk.open())
afterAll(() => desk.close())

type Value = string | null | { readonly [name: string]: string | number | boolean | null }
const version = async () => (await desk.about()).version
const edit = async (at: string, value: Value | undefined, from?: number) => ({
  reference: caseOfA,
  version: from ?? (await version()),
  edits: [value === undefined ? { at } : { at, value }],
  operationId: newOperationId(),
})
const fields = (places: string[], names?: string) =>
  desk.call('case.fields', { reference: caseOfA, places, ...(names === undefined ? {} : { names }) })

describe('a field of a typed screen', () => {
  test('is read and set by its own name, whatever its place in a list', async () => {
    await desk.call('case.edit', await edit('/tasks/+', { id: 'first', title: 'Ring DGASPC', recordedAt: 'now' }))
    await desk.call('case.edit', await edit('/tasks/+', { id: 'second', title: 'Boka tolk', recordedAt: 'now' }))
    await desk.call('case.edit', await edit('/tasks/first', undefined))
    await desk.call('case.edit', await edit('/tasks/second/title', 'Boka rumänsk tolk'))
    const { values } = await fields(['/tasks/second', '/tasks/second/title', '/tasks/second/dueOn'])
    expect(values['/tasks/second']).toMatchObject({ id: 'second', title: 'Boka rumänsk tolk' })
    expect(values['/tasks/second/title']).toBe('Boka rumänsk tolk')
    expect(values['/tasks/second/dueOn']).toBeNull()
    const history = await desk.call('case.history', { reference: caseOfA, limit: 10 })
    expect(history.entries[0]?.changes).toEqual([
      { path: '/tasks/second/title', from: 'Boka tolk', to: 'Boka rumänsk tolk', hidden: false },
    ])
  })

  test('that the window may not change is neither read nor set', async () => {
    expect(await desk.refusal('case.fields', { reference: caseOfA, places: ['/child'] })).toMatchObject({ code: 'field-not-open' })
    expect(await desk.refusal('case.edit', await edit('/openedOn', '2026-02-11'))).toMatchObject({ code: 'field-not-open' })
  })

  test('gives no name before names are shown, and says which field it keeps back', async () => {
    const { caseFile } = { caseFile: await desk.call('case.reveal-names', { reference: caseOfA, operationId: newOperationId() }) }
    await desk.call('case.edit', await edit('/tasks/second/title', `Ring ${caseFile.child}`))
    const closed = await fields(['/tasks'])
    expect(JSON.stringify(closed)).not.toContain(caseFile.child)
    expect(closed.hidden).toEqual(['/tasks/second/title'])
    const open = await fields(['/tasks'], newOperationId())
    expect(JSON.stringify(open.values)).toContain(caseFile.child)
    expect(open.hidden).toEqual([])
  })

  test('changed on an older version lands beside what one has done elsewhere oneself, but never over the same field', async () => {
    const before = await version()
    await desk.call('case.edit', await edit('/diaryNumber', 'DNR 1', before))
    await desk.call('case.edit', await edit('/child/alias', 'Svalan', before))
    expect((await desk.about()).alias).toBe('Svalan')
    expect(await desk.refusal('case.edit', await edit('/child/alias', 'Lärkan', before))).toMatchObject({
      code: 'stale',
      conflict: { rows: [{ path: '/child/alias', mine: 'Lärkan', theirs: 'Svalan', overlap: true }] },
    })
    expect((await desk.about()).alias).toBe('Svalan')
  })

  test('set to what it is makes no version', async () => {
    const before = await version()
    await desk.call('case.edit', await edit('/child/alias', 'Svalan'))
    expect(await version()).toBe(before)
  })
})

describe('what somebody has begun to write', () => {
  const draft = async () => (await desk.call('draft.list', { reference: caseOfA })).drafts
  const keep = (value: string, place = '/child/alias') => desk.call('draft.keep', { reference: caseOfA, place, version: 3, value })

  test('is there again after the program was closed, and changes nothing of the case', async () => {
    const before = await version()
    await keep('Läsn')
    await keep('Läsning')
    await desk.reopen()
    expect(await draft()).toMatchObject([{ place: '/child/alias', version: 3, value: 'Läsning', hidden: false }])
    expect(await version()).toBe(before)
    await desk.call('draft.drop', { reference: caseOfA, place: '/child/alias' })
    expect(await draft()).toEqual([])
  })

  test('is gone with the saving of what it became, even when the window has no time to say so', async () => {
    await keep('Svala')
    await keep('Ring skol', 'note:new')
    await desk.call('case.edit', await edit('/child/alias', 'Svalan'))
    expect((await draft()).map(({ place }) => place)).toEqual(['note:new'])
    await desk.call('draft.drop', { reference: caseOfA, place: 'note:new' })
  })

  test('shows no name before names are shown', async () => {
    const { child } = await desk.call('case.reveal-names', { reference: caseOfA, operationId: newOperationId() })
    await keep(`Talade med ${child}`, 'note:new')
    expect((await draft())[0]).toMatchObject({ hidden: true })
    expect(JSON.stringify(await draft())).not.toContain(child)
    const shown = await desk.call('draft.list', { reference: caseOfA, names: newOperationId() })
    expect(JSON.stringify(shown)).toContain(child)
  })
})
