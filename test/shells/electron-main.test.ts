import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as standIn from '../support/electron-stand-in.ts'
import { scriptedApplication } from '../support/scripted-application.ts'

// The one instance that this file sees, whatever modules are loaded anew.
vi.mock('electron', () => standIn)
vi.mock('#shells/demonstration.ts', () => ({ openDemonstration: async () => scriptedApplication().house }))
vi.mock('#shells/compose.ts', () => ({
  compose: async () => {
    throw new Error('no such table: child_of_the_case')
  },
}))

const { forget, seen } = standIn
const words = [...process.argv]
beforeEach(() => {
  forget()
  vi.resetModules()
})
afterEach(() => {
  process.argv = words
})

const startMain = () => import('#shells/electron/main.ts')

test('the demonstration opens its window', async () => {
  process.argv = [...words, '--demonstration']
  await startMain()
  await vi.waitFor(() => expect(seen.windows.map((window) => window.address)).toEqual(['https://app.invalid/index.html']))
  expect(seen.calls).toContain('enableSandbox')
})

test('a register that cannot be opened is told in words, without the text of the error', async () => {
  await startMain()
  expect(await seen.ended.promise).toBe(1)
  const box = seen.calls.find((call) => call.startsWith('error box'))
  expect(box).toMatch(/Hemväg (kunde inte starta|could not start)/)
  expect(box).not.toContain('child_of_the_case')
  expect(seen.windows).toEqual([])
})

test('a second start opens no window of its own', async () => {
  seen.isFirstInstance = false
  await startMain()
  expect(await seen.ended.promise).toBe(0)
  expect(seen.windows).toEqual([])
})
