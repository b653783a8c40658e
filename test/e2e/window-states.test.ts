import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '#shells/browser.ts'
import { accessibilityFaults, openWindow, overflow, type WindowUnderTest } from '../support/window-harness.ts'
import { scenes, withRisk } from '../support/window-replies.ts'
import { riskOfA } from '../support/window-risk.ts'
import { tampered } from '../support/window-sections.ts'
import { caseA, caseB, openCase, states, toSection, verified, verify } from '../support/window-states.ts'

const wide = { width: 1280, height: 800 }
const sizes = [wide, { width: 1024, height: 700 }, { width: 640, height: 400 }]
let window: WindowUnderTest
beforeAll(async () => {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('the window is tested on an installed Chromium, and none was found')
  window = await openWindow(browser)
})
afterAll(() => window.close())

describe('in Swedish and English, light and dark, from 1280 pixels down to 200 per cent', () => {
  test.each(states)('$name: nobody is shut out, nothing overflows, nothing breaks the content policy', async ({ scene, reach }) => {
    await window.page.setViewportSize(wide)
    await window.show({ scene })
    await reach(window)
    const found = [...(await swedish()), ...(await english()), ...window.complaints]
    expect(found).toEqual([])
  })
})

async function swedish(): Promise<readonly string[]> {
  const { page } = window
  const light = await accessibilityFaults(page)
  // Dark differs by its colours alone.
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await accessibilityFaults(page, { only: ['color-contrast'] })
  return [...light, ...dark.map((fault) => `dark ${fault}`), ...(await tooWide())]
}

/** English differs by its words alone. */
async function english(): Promise<readonly string[]> {
  await window.page.setViewportSize(wide)
  await window.speak('en')
  const found = await accessibilityFaults(window.page, { without: ['color-contrast'] })
  return [...found, ...(await tooWide())].map((fault) => `en ${fault}`)
}

async function tooWide(): Promise<readonly string[]> {
  const found: string[] = []
  for (const size of sizes) {
    await window.page.setViewportSize(size)
    found.push(...(await overflow(window.page)).map((what) => `${size.width}: ${what}`))
  }
  return found
}

describe('by keyboard alone', () => {
  test('a safeguard is opened with Enter, read, and left with Esc to where one was', async () => {
    const { page } = window
    await page.setViewportSize(wide)
    await window.show({ scene: scenes.inWork })
    await caseA(window)
    await page.keyboard.press('Control+g')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const before = await focused()
    expect(before).toContain('Alternativen prövade')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Alternativen prövade' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused()).toBe(before)
  })

  test('a case opened with Enter, and a section opened by its key, are read from their heading', async () => {
    const { page } = window
    await window.show({ scene: scenes.inWork })
    await page.getByRole('row').filter({ hasText: 'HV-2026-0001' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('h1:focus').waitFor()
    expect(await focused()).toBe('Vad står i vägen?')
    await page.keyboard.press('Control+4')
    await page.locator('h1:focus', { hasText: 'Riskbedömning' }).waitFor()
  })

  test('a step of what stands in the way is one stop, and Enter says why', async () => {
    const { page } = window
    await window.show({ scene: scenes.inWork })
    await caseA(window)
    await page.locator('[data-action="travel-on"]').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Ansvar tas över' })
    await drawer.waitFor()
    expect(await drawer.textContent()).toContain('Inget är registrerat än.')
    await page.keyboard.press('Escape')
    expect(await focused()).toContain('Begär ett skriftligt övertagande av ansvaret')
  })

  test('what may not be done yet can be reached, says what remains, and does nothing', async () => {
    const { page } = window
    await window.show({ scene: scenes.inWork })
    await toSection(caseA, 'export')(window)
    const button = page.locator('[data-action="sign-and-save"]')
    await button.focus()
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await button.evaluate((element) => element.ariaDescribedByElements?.map((each) => each.textContent).join('') ?? '')).toContain(
      'Ansvar tas över',
    )
    await page.keyboard.press('Enter')
    expect(window.calls.map((each) => each.name)).not.toContain('plan.export')
  })

  test('a plan is signed, saved and shown as verified without a mouse', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await toSection(caseA, 'export')(window)
    await page.locator('[data-action="sign-and-save"]').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Planen är undertecknad och sparad').waitFor()
    const [call] = window.calls.filter((each) => each.name === 'plan.export')
    expect(call?.input).toMatchObject({
      reference: 'HV-2026-0001',
      recipient: 'iom-fi',
      language: 'sv',
      folder: '/home/anna/plan',
      draft: false,
    })
  })

  test('F6 walks the parts of the window and comes round', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await caseA(window)
    const parts: string[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      await page.keyboard.press('F6')
      parts.push(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName ?? ''))
    }
    expect(parts).toEqual(['HEADER', 'NAV', 'SECTION', 'NAV', 'MAIN', 'HEADER'])
  })

  test('language and light change without a reload, and the title never tells of a case', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await caseA(window)
    await page.getByRole('button', { name: /egna inställningar/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByText('What stands in the way?').waitFor()
    await page.getByRole('button', { name: /own settings/ }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme'], document.title])).toEqual([
      'en',
      'dark',
      'Hemväg',
    ])
    await page.evaluate(() => localStorage.clear())
  })
})

describe('names', () => {
  test('stay hidden until asked for, and go when the case is left', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await toSection(caseA, 'people')(window)
    expect(await page.locator('body').textContent()).not.toContain('Exempelsson')
    await page.keyboard.press('Control+Shift+H')
    await page.getByText('Namn visas, 5 min').waitFor()
    expect(await page.locator('[data-forbidden="true"]').textContent()).toContain('får inte kontaktas')
    await page.keyboard.press('Control+Shift+H')
    await page.getByText('Namn dolda').waitFor()
    expect(await page.locator('body').textContent()).not.toContain('Exempelsson')
  })

  test('locking covers the case at once', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await caseA(window)
    window.answer({ 'register.status': scenes.locked['register.status'] })
    await page.keyboard.press('Control+l')
    await page.getByRole('heading', { name: 'Lås upp registret' }).waitFor()
    expect(await page.locator('body').textContent()).not.toContain('HV-2026-0001')
  })
})

describe('a plan that is checked', () => {
  test('and has been changed bears no tick, claims no signer as a fact and says what was not examined and why', async () => {
    const { page } = window
    await page.setViewportSize(wide)
    await window.show({ scene: verified(tampered) })
    await verify(window)
    expect(await page.locator('main svg [fill="var(--met)"]').count()).toBe(0)
    const text = await page.locator('main').innerText()
    expect(text).not.toContain('Inget är ändrat efter underskriften')
    expect(text).not.toMatch(/^Undertecknad av$/m)
    expect(text).toContain('Uppger sig vara undertecknad av')
    expect(text).toContain('30 sep 2026 15:22, svensk tid (Europe/Stockholm)')
    expect(await page.locator('[data-check="exact-form"]').innerText()).toContain(
      'Inte prövat, eftersom kontrollen ”Kontrollsumma och nyckel” visade fel.',
    )
  })

  test('and is intact names its signer and bears its ticks', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await verify(window)
    expect(await page.locator('main').innerText()).toMatch(/^Undertecknad av$/m)
    expect(await page.locator('[data-check="later-changes"] [fill="var(--met)"]').count()).toBe(1)
  })
})

describe('a demonstration', () => {
  test('says that it is one, and which day it has, on every screen', async () => {
    await window.show({ scene: scenes.ready })
    const band = window.page.getByRole('region', { name: 'Övning' })
    expect(await band.innerText()).toBe('DEMO · ÖVNING. Påhittade ärenden, inga riktiga barn. Demonstrationens dag är 30 september 2026.')
  })

  test('shows the passphrase that opens it again', async () => {
    await window.show({ scene: scenes.locked })
    expect(await window.page.locator('[data-passphrase]').innerText()).toBe('DEMO DEMO DEMO')
  })
})

describe('a person who may not be contacted, or of whom it is not known', () => {
  test('bears the mark on the overview, among the people and in the path', async () => {
    const { page } = window
    await window.show({ scene: scenes.paused })
    await caseB(window)
    const panel = page.getByRole('region', { name: 'Personer' })
    const mother = panel.getByRole('listitem').filter({ hasText: 'Mamma' })
    expect(await mother.innerText()).toContain('okänt: kontakta inte')
    expect(await mother.locator('[fill="var(--stop)"]').count()).toBe(1)
    expect(await panel.getByRole('listitem').filter({ hasText: 'får inte kontaktas' }).innerText()).toContain('får inte veta adressen')
    expect(await page.locator('[data-section="people"]').textContent()).toContain('2 personer ska inte kontaktas')
    expect(await page.locator('[data-section="people"] [fill="var(--stop)"]').count()).toBe(1)
    await page.locator('[data-section="people"]').click()
    await page.locator('main [data-forbidden="true"]').nth(1).waitFor()
    expect(await page.locator('main [data-forbidden="true"]').count()).toBe(2)
  })
})

describe('the bar and the path of a case', () => {
  test('say that an age is disputed and that a departure is only hoped for', async () => {
    const { page } = window
    await window.show({ scene: scenes.paused })
    expect(await page.getByRole('row').filter({ hasText: 'HV-2026-0002' }).innerText()).toContain('uppger 14 år (ifrågasatt)')
    await caseB(window)
    const bar = await page.getByRole('region', { name: 'Ärendet' }).innerText()
    expect(bar).toContain('uppger 14 år (ifrågasatt)')
    expect(bar).toContain('Önskad avresa')
    expect(bar).not.toContain('Planerad avresa')
  })

  test.each([
    ['in work', scenes.inWork, 'HV-2026-0001'],
    ['expired', scenes.expired, 'HV-2026-0001'],
    ['paused', scenes.paused, 'HV-2026-0002'],
  ] as const)('add up: the figures of the sections of a case %s are what is not met', async (_, scene, reference) => {
    const { page } = window
    await window.show({ scene })
    await openCase(reference)(window)
    const figures = await page.locator('[data-left]').evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-left'))))
    const met = Number(/(\d+) av 24/.exec(await page.getByRole('region', { name: 'Ärendet' }).innerText())?.[1])
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(24 - met)
  })
})

describe('a paused case', () => {
  test('offers no signing at all, says why, and ends its sentences once', async () => {
    const { page } = window
    await window.show({ scene: scenes.paused })
    await toSection(caseB, 'export')(window)
    await page.locator('[data-action="save-draft"]').waitFor()
    expect(await page.locator('[data-action="sign-and-save"]').count()).toBe(0)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('Ingen plan kan skrivas under eller skickas')
    expect(text).not.toContain('..')
    expect(text).not.toContain('Bocken')
  })

  test('scrolls in one place', async () => {
    const { page } = window
    await page.setViewportSize(wide)
    await window.show({ scene: scenes.paused })
    await caseB(window)
    expect(await scrollers()).toEqual(['MAIN'])
  })
})

describe('a safeguard in its drawer', () => {
  test('quotes its source as English and tells of no renewal that is already possible', async () => {
    const { page } = window
    await window.show({ scene: scenes.expired })
    await caseA(window)
    await page.locator('[data-gate="G09"]').click()
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    expect(await drawer.locator('q[lang="en"]').count()).toBe(1)
    expect(await drawer.textContent()).not.toContain('Kan förnyas från')
  })
})

describe('the follow-up', () => {
  test('says in picture, twin and table that grace counts from the day', async () => {
    const { page } = window
    await window.show({ scene: scenes.ready })
    await toSection(caseA, 'follow-up')(window)
    await page.getByText('respit, räknas från dagen och kan sluta före fönstret').waitFor()
    await page.getByRole('button', { name: 'Visa som tabell' }).click()
    expect(await page.getByRole('columnheader', { name: 'Respit till, från dagen' }).count()).toBe(2)
  })
})

describe('what nobody expected', () => {
  test('ends in a number to quote, never in a stack, and the rest of the window still stands', async () => {
    const { page } = window
    await page.setViewportSize(wide)
    // The reply keeps the contract and yet cannot be drawn: a scheme that has no level for any score.
    await window.show({ scene: withRisk({ ...riskOfA, scheme: { ...riskOfA.scheme, levels: [] } }) })
    await toSection(caseA, 'risk')(window)
    const text = await page.locator('body').textContent()
    expect(text).toMatch(/Uppge nummer [0-9A-Z]{8} till supporten/)
    expect(text).not.toContain('RangeError')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.locator('[data-safeguards]').waitFor()
  })
})

/** What can be scrolled up and down now. */
const scrollers = (): Promise<readonly string[]> =>
  window.page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => each.scrollHeight > each.clientHeight + 1)
      .filter((each) => each === document.scrollingElement || /auto|scroll/.test(getComputedStyle(each).overflowY))
      .map((each) => each.tagName),
  )

const focused = (): Promise<string> => window.page.evaluate(() => document.activeElement?.textContent ?? '')
