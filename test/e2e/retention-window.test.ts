import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { openWindow, type WindowUnderTest } from '../support/window-harness.ts'
import { scenes } from '../support/window-replies.ts'
import { recordReply, weedingScenes } from '../support/window-retention.ts'
import { caseA, toSection, toWeeding } from '../support/window-states.ts'

let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

const callsOf = (name: string) => window.calls.filter((each) => each.name === name).map((each) => each.input)

test('a case is left out with a reason, and the list is signed with Ctrl Enter only then', async () => {
  const { page } = window
  await window.show({ scene: weedingScenes.due })
  await toWeeding(window)
  await page.getByRole('checkbox', { name: 'HV-2020-0011' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Varför listan görs nu').fill('Årlig gallring 2026')
  await page.keyboard.press('Control+Enter')
  expect(callsOf('retention.sign')).toEqual([])
  await page.getByLabel('Skäl att HV-2020-0011 får vara kvar').fill('Forskning pågår')
  window.answer(weedingScenes.signed)
  await page.keyboard.press('Control+Enter')
  await page.getByText('Ärendet raderas för alltid').waitFor()
  expect(callsOf('retention.sign')).toEqual([
    {
      cases: ['HV-2020-0003'],
      leaveOut: [{ reference: 'HV-2020-0011', reason: 'Forskning pågår' }],
      reason: 'Årlig gallring 2026',
      operationId: expect.stringMatching(/^[0-9A-Z]{26}$/),
    },
  ])
})

test('nothing is erased before the number of cases is typed; then its proof stands there', async () => {
  const { page } = window
  await window.show({ scene: weedingScenes.signed })
  await toWeeding(window)
  const count = page.getByLabel('Antal ärenden som ska raderas')
  await count.fill('2')
  await page.keyboard.press('Control+Enter')
  expect(callsOf('retention.erase')).toEqual([])
  await count.fill('1')
  window.answer(weedingScenes.erased)
  await page.keyboard.press('Control+Enter')
  await page.getByText('post 214 i registrets journal').waitFor()
  expect(callsOf('retention.erase')).toEqual([{ list: '01M86ZJMHJP764SHW4T1P5F8GZ', confirm: 1 }])
})

test('who is no manager is told so and signs nothing', async () => {
  const { page } = window
  await window.show({ scene: weedingScenes.notManager })
  await toWeeding(window)
  await page.getByLabel('Varför listan görs nu').fill('Årlig gallring 2026')
  await page.keyboard.press('Control+Enter')
  expect(callsOf('retention.sign')).toEqual([])
  expect(await page.locator('[data-action="sign-weeding-list"]').textContent()).toContain('Bara en chef')
})

test('an extract about one person is made with its purpose, by keyboard', async () => {
  const { page } = window
  await window.show({ scene: { ...scenes.ready, ...recordReply } })
  await toSection(caseA, 'people')(window)
  await page.locator('[data-action="open-record"]').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Ändamål').fill('Artikel 15')
  await page.locator('[data-action="save-record"]').focus()
  await page.keyboard.press('Enter')
  await page.getByText('Registerutdraget är sparat').waitFor()
  expect(callsOf('person.record')).toMatchObject([{ reference: 'HV-2026-0001', person: 'child', purpose: 'Artikel 15', language: 'sv' }])
})
