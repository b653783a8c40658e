import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, OperationName, Reply } from '#contract/operations.ts'
import { newOperationId } from '#shells/incidents.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'

const desk = new ChangesHouse()
const child = fileURLToPath(new URL('../support/conflict-child.ts', import.meta.url))
const anna = ['DEMO Anna Testberg', 'DEMO DEMO DEMO'] as const
const bo = ['Bo Exempelsson', 'boken ligger kvar här'] as const

/** A process of its own: nothing of it is left when the next one begins. */
function asked<N extends OperationName>(by: readonly [string, string], name: N, input: Input<N>): Reply<N> {
  const run = spawnSync(process.execPath, [child, `${desk.folder}/DEMO-register`, ...by, name, JSON.stringify(input)], { encoding: 'utf8' })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  return JSON.parse(run.stdout)
}

beforeAll(async () => {
  await desk.open()
  const { id } = await desk.call('users.add', { name: bo[0], roles: ['coordinator'], passphrase: bo[1], operationId: newOperationId() })
  await desk.call('access.grant', { reference: caseOfA, person: id, standing: 'owner', operationId: newOperationId() })
  await desk.house.close()
})
afterAll(() => desk.close())

test('what one process read, another has changed since: the first is shown the difference, and nothing is overwritten', () => {
  const read = asked(anna, 'case.about', { reference: caseOfA })
  if (!read.ok) throw new Error(read.error.code)
  const { version, alias, diaryNumber } = read.value
  const step = (path: string, before: string | null, after: string) => ({ path, ...(before === null ? {} : { before }), after })
  const change = (by: string) => [step('/child/alias', alias, by), step('/diaryNumber', diaryNumber, `DNR ${by}`)]
  const theirs = { reference: caseOfA, version, steps: change('Svalan').slice(0, 1), operationId: newOperationId() }
  expect(asked(bo, 'case.change', theirs)).toEqual({ ok: true, value: { version: version + 1 } })

  const mine = { reference: caseOfA, version, steps: change('Lärkan'), operationId: newOperationId() }
  const refused = asked(anna, 'case.change', mine)
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'stale',
      conflict: {
        version: version + 1,
        rows: [
          { path: '/child/alias', before: alias, mine: 'Lärkan', theirs: 'Svalan', overlap: true, by: bo[0] },
          { path: '/diaryNumber', before: diaryNumber, mine: 'DNR Lärkan', theirs: diaryNumber, overlap: false },
        ],
      },
    },
  })
  expect(asked(anna, 'case.about', { reference: caseOfA })).toMatchObject({ value: { version: version + 1, alias: 'Svalan', diaryNumber } })

  const choices = { '/child/alias': 'theirs', '/diaryNumber': 'mine' } as const
  expect(asked(anna, 'case.change', { ...mine, settle: { version: version + 1, choices } })).toMatchObject({ ok: true })
  expect(asked(bo, 'case.about', { reference: caseOfA })).toMatchObject({ value: { alias: 'Svalan', diaryNumber: 'DNR Lärkan' } })
})
