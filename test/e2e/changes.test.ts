import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { installedBrowser } from '../support/browser.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

/** The real window on a real encrypted register. */
const desk = new ChangesHouse()
let window: ChromiumWindow
beforeAll(async () => {
  await desk.open()
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: desk.house.application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
  const { page } = window
  await page.getByRole('row').filter({ hasText: caseOfA }).click()
  await page.locator('[data-safeguards]').waitFor()
  await page.locator('[data-section="journal"]').click()
  await page.getByRole('heading', { name: 'Journal' }).waitFor()
})
afterAll(async () => {
  await window?.close()
  await desk.close()
})

const alias = () => window.page.getByLabel('Benämning på barnet')

describe('in the journal of a case', () => {
  test('the alias is saved when it is left, and Ctrl Z takes it back, Ctrl Shift Z forth', async () => {
    const { page } = window
    await alias().fill('Duvan')
    await page.keyboard.press('Tab')
    await page.locator('[data-saved="saved"]').waitFor()
    expect((await desk.about()).alias).toBe('Duvan')
    await page.locator('main h1').focus()
    await page.keyboard.press('Control+z')
    await page.locator('[data-toast="undone"]').waitFor()
    expect((await desk.about()).alias).toBe('M.')
    await page.keyboard.press('Control+Shift+z')
    await page.locator('[data-toast="redone"]').waitFor()
    expect((await desk.about()).alias).toBe('Duvan')
    await page.locator('[data-saved="saved"]').waitFor()
  })

  test('what another session changed meanwhile is chosen between, by keyboard', async () => {
    const { page } = window
    await desk.call('case.change', await desk.set('/child/alias', 'Duvan', 'Svalan'))
    await alias().fill('Lärkan')
    await page.keyboard.press('Tab')
    await page.locator('[data-conflict]').waitFor()
    const text = (await page.locator('[data-conflict]').textContent()) ?? ''
    for (const word of ['Duvan', 'Lärkan', 'Svalan']) expect(text).toContain(word)
    expect((await desk.about()).alias).toBe('Svalan')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.locator('[data-action="save-choice"]').getAttribute('aria-disabled')).toBe('true')
    await page.locator('[data-conflict]').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('[data-conflict]').waitFor({ state: 'detached' })
    expect((await desk.about()).alias).toBe('Lärkan')
  })

  test('a note is written, and stands in the history', async () => {
    const { page } = window
    await page.getByLabel('Ny anteckning').fill('Ringt Bacău.')
    await page.keyboard.press('Control+s')
    await page.locator('[data-notes]').getByText('Ringt Bacău.').waitFor()
    await page.locator('[data-history]').getByText('Skrev en anteckning').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
