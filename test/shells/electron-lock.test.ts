import { beforeEach, describe, expect, test, vi } from 'vitest'
import { forget, powerMonitor, safeStorage } from '../support/electron-stand-in.ts'
import { scriptedApplication } from '../support/scripted-application.ts'

vi.mock('electron', () => import('../support/electron-stand-in.ts'))

const { openDesktop, prepare } = await import('#shells/electron/desktop.ts')
const { systemKeystore } = await import('#shells/electron/keystore.ts')
beforeEach(() => forget())

describe('the desktop', () => {
  test.for(['suspend', 'lock-screen'])('locks the register on %s', (moment) => {
    const { house } = scriptedApplication()
    const asked: string[] = []
    const application = { ...house.application, answer: async (name: string) => asked.push(name) }
    prepare()
    openDesktop({ ...house, application }, { renderer: new URL('file:///built/'), preload: '/built/preload.cjs' })
    powerMonitor.emit(moment)
    expect(asked).toEqual(['register.lock'])
  })
})

describe("the system's keystore", () => {
  test('gives back the bytes that it protected', async () => {
    const bytes = Uint8Array.from([0, 1, 254, 255])
    const kept = await systemKeystore.protect(bytes)
    expect(new Uint8Array(await systemKeystore.reveal(kept))).toEqual(bytes)
  })

  test('is refused where it would keep the key beside what it protects', async () => {
    expect(await systemKeystore.available()).toBe(true)
    for (const backend of ['basic_text', 'unknown']) {
      safeStorage.backend = backend
      expect(await systemKeystore.available()).toBe(false)
    }
  })
})
