import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { openWindow, type WindowUnderTest } from '../support/window-harness.ts'
import { safetyScenes } from '../support/window-safety.ts'
import { toSafety } from '../support/window-states.ts'

let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

const main = async () => ((await window.page.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')

test('the cases say that the last copy is nine days old', async () => {
  await window.show({ scene: safetyScenes.stickAway })
  await window.page.getByText('Senaste säkerhetskopia 21 sep 16:40, 9 dagar sedan.').waitFor()
})

test('a stick that is away says what remains, what to do, and whom an erasure has not reached', async () => {
  await window.show({ scene: safetyScenes.stickAway })
  await toSafety(window)
  await window.page.getByText('Inga skadade sidor').waitFor()
  const text = await main()
  for (const sentence of [
    'Tre saker att göra.',
    'Går datorn sönder i dag finns arbetet till och med 21 sep 16:40 kvar.',
    'Kopian misslyckades när registret stängdes 29 sep',
    'Går inte att nå nu. Anslut disken eller minnet.',
    'Det är mer än 90 dagar sedan. Prova igen.',
    'Raderade ärenden ligger kvar på REGION-SYD-2 tills nästa kopia görs dit',
  ])
    expect(text).toContain(sentence)
})

test('one place that fails is told at that place, and the other counts', async () => {
  await window.show({ scene: safetyScenes.copyFails })
  await toSafety(window)
  await window.page.keyboard.press('Control+Enter')
  await window.page.getByText('Platsen för säkerhetskopior, /media/REGION-SYD-2, går inte att nå.').waitFor()
  expect(await main()).toContain('En av 2 platser fick en kopia. Vid platsen står varför.')
})

test('a register with damaged pages says to write nothing more', async () => {
  await window.show({ scene: safetyScenes.damaged })
  await toSafety(window)
  await window.page.getByText('2 skadade sidor').waitFor()
  const text = await main()
  expect(text).toContain('Skriv inget mer. Återställ en kopia bredvid och jämför.')
  expect(text).toContain('Journalen är inte hel')
  // The only copy is gone from its place, so none is counted.
  expect(text).toContain('Det finns ingen kopia av registret')
})

test('a place is forgotten only after it was said what stays there', async () => {
  const { page } = window
  await window.show({ scene: safetyScenes.allGood })
  await toSafety(window)
  await page.locator('[data-action="forget-place"]').first().focus()
  await page.keyboard.press('Enter')
  await page.getByText('Inga fler kopior görs till hemvag-kopior.').waitFor()
  expect(window.calls.map(({ name }) => name)).not.toContain('backup.forget-place')
  await page.locator('[data-action="confirm-forgetting"]').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(window.calls.find(({ name }) => name === 'backup.forget-place')?.input).toMatchObject({ placeId: '01SERVER' })
})

test('nothing is restored before a comparison, and a copy is compared with the passphrase that was typed', async () => {
  const { page } = window
  await window.show({ scene: safetyScenes.allGood })
  await toSafety(window)
  await page.locator('[data-action="open-restore"]').last().click()
  await page.locator('[role="dialog"] input').fill('hemlig fras')
  expect(await page.locator('[data-action="restore-beside"]').count()).toBe(0)
  await page.locator('[data-action="compare-copy"]').click()
  await page.locator('[data-relation="ancestor"]').waitFor()
  expect(window.calls.find(({ name }) => name === 'backup.compare')?.input).toEqual({
    from: '/media/REGION-SYD-2/hemvag-01',
    copy: 'register-20260930T120000000Z',
    into: null,
    passphrase: 'hemlig fras',
  })
})
