import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { openWindow, type WindowUnderTest } from '../support/window-harness.ts'
import { scenes } from '../support/window-replies.ts'
import { weedingScenes } from '../support/window-retention.ts'
import { safetyScenes } from '../support/window-safety.ts'
import { journalScenes } from '../support/window-safety-acts.ts'
import { compared, settings, toSafety, toWeeding } from '../support/window-states.ts'

let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

const callsOf = (name: string) => window.calls.filter((each) => each.name === name).map((each) => each.input)
const operationId = expect.stringMatching(/^[0-9A-Z]{26}$/)

test('who replaces the register reads what goes, and types how much', async () => {
  const { page } = window
  await window.show({ scene: safetyScenes.allGood })
  await compared(window)
  const text = ((await page.locator('[data-instead]').textContent()) ?? '').replaceAll('\u00a0', ' ')
  for (const sentence of [
    '9 poster går förlorade.',
    'Ett ärende finns bara i det nuvarande registret och saknas sedan.',
    '2 ärenden går tillbaka till en tidigare version.',
    'Det nuvarande registret tas inte bort.',
  ])
    expect(text).toContain(sentence)
  await page.locator('[data-action="restore-instead"]').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Antal poster som går förlorade').fill('8')
  await page.locator('[data-action="restore-instead"]').focus()
  await page.keyboard.press('Enter')
  expect(callsOf('backup.restore')).toEqual([])
  await page.getByLabel('Antal poster som går förlorade').fill('9')
  await page.locator('[data-action="restore-instead"]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => callsOf('backup.restore')).toEqual([expect.objectContaining({ mode: 'instead', into: null, confirm: 9 })])
})

test('a copy of another register takes nobody’s place', async () => {
  await window.show({ scene: safetyScenes.otherCopy })
  await compared(window)
  expect(await window.page.locator('[data-action="restore-instead"]').count()).toBe(0)
})

test('a journal that was put back and edited says so, entry by entry', async () => {
  await window.show({ scene: journalScenes.putBack })
  await toSafety(window)
  await window.page.locator('[data-action="verify-journal"]').click()
  const found = window.page.locator('[data-verdict="broken"]')
  await found.waitFor()
  const text = ((await found.textContent()) ?? '').replaceAll('\u00a0', ' ')
  expect(text).toContain('Journalen är inte hel')
  expect(text).toContain('Registret är äldre än något som ligger utanför')
  expect(text).toContain('Kontrollpunkt 43, som någon utanför registret har sparat')
  expect(text).toContain('Post 7 i kedjan case:01A är ändrad.')
})

test('a journal with nothing outside to compare with does not claim that it was not put back', async () => {
  await window.show({ scene: journalScenes.alone })
  await toSafety(window)
  await window.page.locator('[data-action="verify-journal"]').click()
  await window.page.getByText('Inget utanför registret att jämföra med').waitFor()
})

test('a manager sets the age of copies and when notes lock; somebody else reads them', async () => {
  const { page } = window
  await window.show({ scene: { ...scenes.ready, 'register.change-settings': { ok: true, value: {} } } })
  await settings(window)
  await page.getByRole('button', { name: 'Kopia när registret stängs' }).click()
  await page.getByRole('option', { name: 'äldre än en vecka' }).click()
  await expect.poll(() => callsOf('register.change-settings')).toEqual([{ copyHours: 168, operationId }])
  await window.show({
    scene: { ...scenes.ready, 'register.settings': { ok: true, value: { copyHours: 72, noteMinutes: 15, mayChange: false } } },
  })
  await settings(window)
  await page.getByText('äldre än tre dygn').waitFor()
  await page.getByText('efter 15 minuter').waitFor()
  expect(await page.getByRole('button', { name: 'Anteckningar låses' }).count()).toBe(0)
})

test('a manager puts in the office’s decision on retention, and nobody else does', async () => {
  const { page } = window
  await window.show({ scene: { ...weedingScenes.nothingDue, 'retention.decide': { ok: true, value: {} } } })
  await toWeeding(window)
  await page.locator('[data-action="open-decision"]').click()
  await page.locator('[data-action="keep-decision"]').focus()
  await page.keyboard.press('Enter')
  expect(callsOf('retention.decide')).toEqual([])
  await page.getByLabel('Beslutet med nummer').fill('Gallringsbeslut dnr 2026:7')
  await page.getByLabel('Antal år').fill('5')
  await page.getByLabel('Beslutat av').fill('Enhetschefen')
  await page.getByLabel('Beslutsdag').fill('2026-09-01')
  await page.locator('[data-action="keep-decision"]').click()
  const decision = { text: 'Gallringsbeslut dnr 2026:7', years: 5, from: 'last-entry', decidedBy: 'Enhetschefen', decidedOn: '2026-09-01' }
  await expect.poll(() => callsOf('retention.decide')).toEqual([{ decision, operationId }])
  await window.show({ scene: weedingScenes.notManager })
  await toWeeding(window)
  await page.locator('[data-action="open-decision"]').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-action="keep-decision"]').count()).toBe(0)
})
