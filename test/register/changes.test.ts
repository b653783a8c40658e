import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'

const desk = new ChangesHouse()
beforeAll(() => desk.open())
afterAll(() => desk.close())

const undo = async () =>
  desk.call('case.undo', { reference: caseOfA, version: (await desk.about()).version, operationId: newOperationId() })
const redo = async () =>
  desk.call('case.redo', { reference: caseOfA, version: (await desk.about()).version, operationId: newOperationId() })
const historyOf = async (path?: string) =>
  (await desk.call('case.history', { reference: caseOfA, limit: 50, ...(path === undefined ? {} : { path }) })).entries

describe('a change', () => {
  test('is made on the version that was seen, and stands in the history with what was and what became', async () => {
    await desk.call('case.change', await desk.set('/child/alias', 'M.', 'Duvan'))
    expect((await desk.about()).alias).toBe('Duvan')
    expect((await historyOf('/child/alias'))[0]).toMatchObject({
      action: 'alias.changed',
      by: 'DEMO Anna Testberg',
      changes: [{ path: '/child/alias', from: 'M.', to: 'Duvan', hidden: false }],
    })
  })

  test('that was tried twice is made once', async () => {
    const change = await desk.set('/diaryNumber', 'DEMO-2026/1', 'DEMO-2026/1')
    const before = (await desk.about()).diaryNumber
    const asked = { ...change, steps: [{ path: '/diaryNumber', ...(before === null ? {} : { before }), after: 'DNR 7' }] }
    const first = await desk.call('case.change', asked)
    expect(await desk.call('case.change', asked)).toEqual(first)
    expect((await desk.about()).version).toBe(first.version)
  })

  test('of a field that the window may not change is refused', async () => {
    expect(await desk.refusal('case.change', await desk.set('/openedOn', '2026-02-10', '2026-02-11'))).toMatchObject({
      code: 'field-not-open',
    })
    expect(await desk.refusal('case.change', await desk.set('/resumptions/0', 'x', 'y'))).toMatchObject({ code: 'field-not-open' })
  })
})

describe('two sessions with the same case before their eyes', () => {
  test('the later one is shown before, mine and theirs, and nothing is overwritten until it has chosen', async () => {
    const { version } = await desk.about()
    const mine = await desk.set('/child/alias', 'Duvan', 'Lärkan', version)
    const theirs = await desk.set('/child/alias', 'Duvan', 'Svalan', version)
    await desk.call('case.change', theirs)
    const refused = await desk.refusal('case.change', mine)
    expect(refused).toMatchObject({
      code: 'stale',
      conflict: {
        version: version + 1,
        rows: [
          {
            path: '/child/alias',
            before: 'Duvan',
            mine: 'Lärkan',
            theirs: 'Svalan',
            overlap: true,
            hidden: false,
            by: 'DEMO Anna Testberg',
          },
        ],
      },
    })
    expect((await desk.about()).alias).toBe('Svalan')
    const keep = { version: version + 1, choices: { '/child/alias': 'theirs' as const } }
    await desk.call('case.change', { ...mine, operationId: newOperationId(), settle: keep })
    expect((await desk.about()).alias).toBe('Svalan')
    const take = { version: version + 1, choices: { '/child/alias': 'mine' as const } }
    await desk.call('case.change', { ...mine, operationId: newOperationId(), settle: take })
    expect((await desk.about()).alias).toBe('Lärkan')
  })

  test('a change beside theirs merges only when the person says so', async () => {
    const { version } = await desk.about()
    await desk.call('case.change', await desk.set('/child/alias', 'Lärkan', 'M.', version))
    const add = {
      reference: caseOfA,
      version,
      steps: [{ path: '/tasks/0', after: { id: 'ring', title: 'Ring ambassaden', recordedAt: '2026-09-30T08:00:00Z' } }],
      operationId: newOperationId(),
    }
    const refused = await desk.refusal('case.change', add)
    expect(refused.conflict?.rows).toMatchObject([{ path: '/tasks/ring', overlap: false, mine: 'Ring ambassaden', by: null }])
    expect((await desk.about()).tasks).toEqual([])
    await desk.call('case.change', { ...add, settle: { version: version + 1, choices: { '/tasks/ring': 'mine' } } })
    expect(await desk.about()).toMatchObject({ alias: 'M.', tasks: [{ title: 'Ring ambassaden' }] })
  })

  test('a choice made for an older version is asked for again', async () => {
    const { version } = await desk.about()
    const mine = await desk.set('/child/alias', 'M.', 'Ett', version)
    await desk.call('case.change', await desk.set('/child/alias', 'M.', 'Två', version))
    await desk.call('case.change', await desk.set('/child/alias', 'Två', 'Tre', version + 1))
    const settle = { version: version + 1, choices: { '/child/alias': 'mine' as const } }
    expect((await desk.refusal('case.change', { ...mine, settle })).conflict?.rows[0]?.theirs).toBe('Tre')
    await desk.call('case.change', await desk.set('/child/alias', 'Tre', 'M.'))
  })
})

describe('undo and redo', () => {
  test('take the latest change back and forth, also after the program was started anew', async () => {
    await desk.call('case.change', await desk.set('/child/alias', 'M.', 'Sparven'))
    expect(await undo()).toMatchObject({ action: 'alias.changed', paths: ['/child/alias'] })
    expect((await desk.about()).alias).toBe('M.')
    await desk.reopen()
    expect(await redo()).toMatchObject({ action: 'alias.changed' })
    expect((await desk.about()).alias).toBe('Sparven')
    await undo()
    expect((await desk.about()).alias).toBe('M.')
  })

  test('a new change leaves nothing to redo', async () => {
    await desk.call('note.add', { reference: caseOfA, text: 'Ringt Bacău.', operationId: newOperationId() })
    const { version } = await desk.about()
    expect(await desk.refusal('case.redo', { reference: caseOfA, version, operationId: newOperationId() })).toMatchObject({
      code: 'nothing-to-redo',
    })
  })

  test('a case that one has not changed has nothing to undo', async () => {
    const reference = 'HV-2026-0002'
    const { version } = await desk.about(reference)
    expect(await desk.refusal('case.undo', { reference, version, operationId: newOperationId() })).toMatchObject({
      code: 'nothing-to-undo',
    })
  })

  test('a plan that was sent is not taken back', async () => {
    const sent = { reference: caseOfA, recipient: 'iom-fi', language: 'sv', folder: desk.folder, draft: false } as const
    await desk.call('plan.export', { ...sent, operationId: newOperationId() })
    const { version } = await desk.about()
    expect(await desk.refusal('case.undo', { reference: caseOfA, version, operationId: newOperationId() })).toMatchObject({
      code: 'immutable',
      messageKey: 'immutable.transfer',
    })
  })
})

describe('notes', () => {
  test('may be rewritten by their author, are corrected by another, and hide names until they are shown', async () => {
    const { note, version } = await desk.call('note.add', {
      reference: caseOfA,
      text: 'Mira vill ringa Ioana Exemplu.',
      operationId: newOperationId(),
    })
    const hidden = (await desk.about()).notes[0]
    expect(hidden).toMatchObject({ id: note, text: 'M. vill ringa ….', hidden: true, mine: true, locked: false })
    await desk.call('note.edit', { reference: caseOfA, version, note, text: 'Mira vill ringa hem.', operationId: newOperationId() })
    const named = await desk.call('case.about', { reference: caseOfA, names: newOperationId() })
    expect(named.notes[0]).toMatchObject({ text: 'Mira vill ringa hem.', hidden: false })
    await desk.call('note.correct', { reference: caseOfA, note, text: 'I morgon.', operationId: newOperationId() })
    expect((await desk.about()).notes[0]).toMatchObject({ text: 'I morgon.', corrects: note })
    const texts = JSON.stringify(await historyOf())
    expect(texts).not.toContain('Ioana')
  })

  test('the same note on an older version is a conflict of its text', async () => {
    const added = await desk.call('note.add', { reference: caseOfA, text: 'Ett.', operationId: newOperationId() })
    const edit = (text: string) => ({ reference: caseOfA, version: added.version, note: added.note, text, operationId: newOperationId() })
    await desk.call('note.edit', edit('Två.'))
    const refused = await desk.refusal('note.edit', edit('Tre.'))
    expect(refused.conflict?.rows).toMatchObject([{ path: `/notes/${added.note}/text`, before: 'Ett.', mine: 'Tre.', theirs: 'Två.' }])
  })
})

describe('the history', () => {
  test('comes in pages, the newest first, and can be narrowed to a part or a field', async () => {
    const first = await desk.call('case.history', { reference: caseOfA, limit: 2 })
    expect(first.entries).toHaveLength(2)
    const second = await desk.call('case.history', { reference: caseOfA, limit: 100, before: first.next ?? 0 })
    expect(second.next).toBeNull()
    expect(second.entries.at(-1)).toMatchObject({ action: 'case.imported', entry: 1 })
    const notes = await desk.call('case.history', { reference: caseOfA, limit: 100, part: 'notes' })
    expect(notes.entries.flatMap((each) => each.changes).every((change) => change.path.startsWith('/notes'))).toBe(true)
    expect((await historyOf('/tasks/ring')).map((each) => each.action)).toEqual(['task.changed'])
  })
})

describe('versions', () => {
  test('of each kind stand with day and signer, and two of them can be laid beside each other', async () => {
    const of = (kind: 'risk' | 'best-interests' | 'budget' | 'plan') => desk.call('case.versions', { reference: caseOfA, kind })
    expect((await of('risk')).versions.length).toBeGreaterThan(0)
    expect((await of('best-interests')).versions[0]?.codes).toMatchObject({ outcome: expect.any(String) })
    expect((await of('budget')).versions.length).toBeGreaterThan(0)
    const plans = (await of('plan')).versions
    const last = plans.at(-1)?.id ?? 0
    expect(await desk.call('case.compare', { reference: caseOfA, kind: 'plan', one: last, other: last })).toEqual({ changes: [] })
    expect(await desk.refusal('case.compare', { reference: caseOfA, kind: 'risk', one: 0, other: 99 })).toMatchObject({
      code: 'no-such-version',
    })
  })
})
