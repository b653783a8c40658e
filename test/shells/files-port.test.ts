import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesPort } from '#shells/wiring/files-port.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hemvag-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const staged = async (text: string) => {
  const outcome = await filesPort('', undefined).stage(folder, 'plan.pdf', new TextEncoder().encode(text))
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

test('a plan whose name was taken while it was logged is saved all the same, replaces nothing, and says where it is', async () => {
  const first = await staged('first')
  const second = await staged('second')
  writeFileSync(join(folder, 'plan.pdf'), 'somebody else’s')
  await first.commit()
  await second.commit()
  expect([first.file, second.file]).toEqual([join(folder, 'plan (2).pdf'), join(folder, 'plan (3).pdf')])
  expect(readdirSync(folder).toSorted()).toEqual(['plan (2).pdf', 'plan (3).pdf', 'plan.pdf'])
  expect(['plan.pdf', 'plan (2).pdf', 'plan (3).pdf'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
    'somebody else’s',
    'first',
    'second',
  ])
})

test('a plan whose name is free gets it, and nothing waits beside it', async () => {
  const file = await staged('plan')
  await file.commit()
  expect({ file: file.file, all: readdirSync(folder) }).toEqual({ file: join(folder, 'plan.pdf'), all: ['plan.pdf'] })
})

test('a plan whose folder is gone when it should get its name is a failure that says so, and leaves nothing behind', async () => {
  const file = await staged('plan')
  rmSync(folder, { recursive: true })
  expect(await file.commit()).toMatchObject({ ok: false, error: { code: 'folder-missing' } })
})
