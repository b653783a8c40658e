import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyHome, type Home } from '../support/started-program.ts'

let desk: string
let home: Home
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'hemvag-start-'))
  home = emptyHome(join(desk, 'home'))
})
afterEach(() => {
  home.close()
  rmSync(desk, { recursive: true, force: true })
})

test('whoever starts for the first time makes a register', async () => {
  const { page, shut } = await home.start()
  console.log(await page.locator('body').innerText())
  expect(await shut()).toBe(0)
})
