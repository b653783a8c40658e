import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { glassReplies, peopleReplies } from '../support/people-replies.ts'
import { openWindow, type WindowUnderTest } from '../support/window-harness.ts'
import { scenes } from '../support/window-replies.ts'
import { caseA, toSection } from '../support/window-states.ts'

let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

const called = (name: string) => window.calls.filter((each) => each.name === name).map(({ input }) => input)
const focused = () => window.page.evaluate(() => document.activeElement?.textContent ?? '')

describe('users, roles and the glass by keyboard alone', () => {
  test('a user is added: name, roles and a passphrase typed twice', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await page.keyboard.press('Control+,')
    await page.locator('[data-action="new-user"]').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Dan Provsson')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('en fågel i handen')
    await page.keyboard.press('Tab')
    await page.keyboard.type('en fågel i skogen')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Lösenfraserna är inte lika').waitFor()
    expect(called('users.add')).toEqual([])
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('en fågel i handen')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('fieldset').waitFor({ state: 'detached' })
    expect(called('users.add')).toMatchObject([{ name: 'Dan Provsson', roles: ['reader'], passphrase: 'en fågel i handen' }])
    expect(await focused()).toBe('Lägg till användare')
  })

  test('the glass is not broken without a reason, and then opens the case', async () => {
    const { page } = window
    await window.show({ scene: { ...scenes.ready, ...glassReplies } })
    await page.locator('[data-action="open-glass"]').focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Bryt glaset till HV-2026-0007' })
    await drawer.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('För bråttom')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(called('glass.break')).toEqual([])
    expect(await drawer.textContent()).toContain('9 till')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('End')
    await page.keyboard.type(' för att vänta, polisen letar efter barnet.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await drawer.waitFor({ state: 'detached' })
    expect(called('glass.break')).toMatchObject([
      { reference: 'HV-2026-0007', reason: 'För bråttom för att vänta, polisen letar efter barnet.' },
    ])
  })

  test('an owner reads who broke the glass and why, and says so; then it is told no longer', async () => {
    const { page } = window
    await window.show({ scene: { ...scenes.ready, ...glassReplies } })
    await caseA(window)
    const button = page.locator('[data-action="acknowledge-glass"]')
    await button.waitFor()
    expect(await page.getByRole('status').filter({ hasText: 'Glaset till ärendet har brutits' }).textContent()).toContain(
      'Polisen ringde i natt',
    )
    window.answer(peopleReplies)
    await button.focus()
    await page.keyboard.press('Enter')
    await button.waitFor({ state: 'detached' })
    expect(called('glass.acknowledge')).toMatchObject([{ reference: 'HV-2026-0001' }])
    expect(await focused()).toBe('Vad står i vägen?')
  })

  test('a case is shown to somebody who only reads, and taken from another', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await toSection(caseA, 'people')(window)
    await page.locator('[data-action="share-case"]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ta tillbaka Bo Provare' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('h1:focus').waitFor()
    expect(called('access.grant')).toMatchObject([{ reference: 'HV-2026-0001', person: 'U3', standing: 'reader' }])
    expect(called('access.withdraw')).toMatchObject([{ reference: 'HV-2026-0001', person: 'U2' }])
  })
})
