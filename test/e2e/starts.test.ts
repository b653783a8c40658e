import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { openWindow, type WindowUnderTest } from '../support/window-harness.ts'
import { scenes } from '../support/window-replies.ts'
import { troubled } from '../support/window-starts.ts'

let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

test('a broken start stands alone, with the safe choice under the hand: no names, no places, nothing to unlock', async () => {
  await window.show({ scene: troubled('damaged') })
  const { page } = window
  expect(await page.locator('h1').textContent()).toBe('Registret är skadat och öppnas inte')
  expect(await page.locator('[data-fact]').count()).toBe(3)
  expect(await page.locator(':focus').textContent()).toBe('Försök igen')
  expect(await page.locator('[data-primary]').count()).toBe(1)
  expect(await page.locator('input, nav').count()).toBe(0)
})

test('a trouble that only the passphrase brings to light takes the place of the lock, and trying again brings the lock back', async () => {
  await window.show({
    scene: { ...troubled('in-use'), 'register.status': scenes.locked['register.status'] ?? { ok: false, error: never } },
  })
  const { page } = window
  await page.locator('input').fill('en fågel i handen')
  await page.keyboard.press('Enter')
  await page.locator('h1', { hasText: 'Registret är redan öppet' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('h1', { hasText: 'Lås upp registret' }).waitFor()
})
const never = { code: 'incident', messageKey: 'failure.incident' }

test('whoever goes on reads the consequence, gives the passphrase again, and says what is accepted, all of it by keyboard', async () => {
  await window.show({ scene: troubled('log-missing') })
  const { page } = window
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('input:focus').waitFor()
  expect(await page.locator('form').textContent()).toContain('är då borta för gott')
  await page.keyboard.press('Enter')
  await page.locator('[slot="errorMessage"]').waitFor()
  expect(window.calls.filter(({ name }) => name === 'register.unlock')).toEqual([])
  window.answer(troubled('clock-behind'))
  await page.keyboard.type('en fågel i handen')
  await page.keyboard.press('Enter')
  await page.locator('h1', { hasText: 'Datorns klocka går efter' }).waitFor()
  await page.locator('[data-action="go-on"]').click()
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('en fågel i handen')
  await page.keyboard.press('Enter')
  await page.locator('[data-action="go-on-now"]').waitFor()
  const accepted = window.calls.filter(({ name }) => name === 'register.unlock').map(({ input }) => input)
  expect(accepted).toEqual([
    { passphrase: 'en fågel i handen', accept: ['log-missing'] },
    { passphrase: 'en fågel i handen', accept: ['log-missing', 'clock-behind'] },
  ])
})
