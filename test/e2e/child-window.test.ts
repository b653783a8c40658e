import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { installedBrowser } from '../support/browser.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

/** The real window on a real encrypted register. */
const desk = new ChangesHouse()
let window: ChromiumWindow
beforeAll(() => desk.open())
afterEach(() => window.close())
afterAll(() => desk.close())

async function openChild(): Promise<void> {
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: desk.house.application, headless: true })
  const { page } = window
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('row').filter({ hasText: caseOfA }).click()
  await page.locator('[data-section="child"]').click()
  await page.locator('[data-group="identity"]').waitFor()
}

const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 20_000 })
const held = async (...places: string[]) => {
  const { values } = await desk.call('case.fields', { reference: caseOfA, places, names: 'the-test-reads-names' })
  return places.map((place) => values[place])
}

/** Goes on with Tab, as somebody without a mouse does, to the field that a name is said for. */
async function tabTo(name: string): Promise<void> {
  const { page } = window
  const reached = () =>
    page.evaluate((sought) => {
      const at = document.activeElement
      const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
      const said = [at?.getAttribute('aria-label'), at?.textContent, ...labels.map((label) => label.textContent)]
      const group = at?.closest('[role="radiogroup"], [role="group"]')
      const groupLabel = document.getElementById(group?.getAttribute('aria-labelledby')?.split(' ')[0] ?? '')?.textContent
      return [...said, groupLabel].some((words) => words?.trim() === sought)
    }, name)
  for (let steps = 0; steps < 120; steps += 1) {
    if (await reached()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${name}`)
}

async function write(name: string, words: string): Promise<void> {
  await tabTo(name)
  await window.page.keyboard.press('Control+a')
  await window.page.keyboard.type(words)
}

describe('the child', () => {
  test('is written in by keyboard alone: names, a birth date nobody knows whole, citizenship, language, protection', async () => {
    await openChild()
    const { page } = window
    await page.locator('main h1').focus()
    expect(await page.locator('[data-group="identity"]').textContent()).not.toContain('Exempelsson')
    expect(await page.locator('[data-hidden-value]').count()).toBe(2)
    await page.keyboard.press('Control+Shift+H')
    await page.getByLabel('Förnamn').waitFor()
    await write('Förnamn', 'Elena')
    await write('Efternamn', 'Påhittova')
    await write('År', '2013')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await page.keyboard.type('?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await tabTo('Medborgarskap')
    await page.keyboard.type('moldav')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo('Skyddade personuppgifter')
    await page.keyboard.press('ArrowLeft')
    await tabTo('Lägg till språk')
    await page.keyboard.type('ryska')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-record="/child/languages/2"]').waitFor()
    await tabTo('Behöver barnet tolk?')
    await page.keyboard.press('Space')
    await write('Barnets önskemål om tolk (valfritt)', 'Kvinna. Ingen från samma ort.')
    await write('Eget diarienummer (valfritt)', 'SN 2026/118')
    await write('Beteckning hos IOM Finland (valfritt)', 'IOM-FI-77')
    await page.keyboard.press('Tab')
    await soon(() => held('/child/givenName', '/child/familyName')).toEqual(['Elena', 'Påhittova'])
    await soon(() => held('/child/birthDate/known', '/child/birthDate/value')).toEqual(['2013-03-XX', '2013-03-31'])
    await soon(() => held('/child/birthDate/standing')).toEqual(['stated'])
    await soon(() => held('/child/citizenships')).toEqual([['ROU', 'MDA']])
    await soon(() => held('/child/protectedIdentity')).toEqual([true])
    await soon(async () => JSON.stringify(await held('/child/languages'))).toContain('{"language":"ru","level":"good"}')
    await soon(() => held('/child/interpreterNeeded', '/child/interpreterWish')).toEqual(['yes', 'Kvinna. Ingen från samma ort.'])
    await soon(() => held('/diaryNumber')).toEqual(['SN 2026/118'])
    await soon(async () => JSON.stringify(await held('/recipients'))).toContain('"caseReference":"IOM-FI-77"')
    expect(await page.locator('[data-age]').textContent()).toContain('13 år')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('was found before it was born: said at the field, and not saved until it is put right', async () => {
    await openChild()
    const { page } = window
    const before = await held('/child/birthDate/known', '/child/birthDate/value')
    await page.locator('main h1').focus()
    await write('År', '2026')
    await page.keyboard.press('Tab')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.locator('[data-fault]').waitFor()
    expect(await page.locator('[data-fault]').textContent()).toContain('Barnet hittades')
    expect(await held('/child/birthDate/known', '/child/birthDate/value')).toEqual(before)
    await page.locator('[data-at="/child/birthDate/known"] input').first().focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2012')
    await page.locator('[data-fault]').waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('14')
    await page.keyboard.press('Tab')
    await soon(() => held('/child/birthDate/known', '/child/birthDate/value')).toEqual([null, '2012-05-14'])
  })

  test('has its exploitation, placement and reports entered in place', async () => {
    await openChild()
    const { page } = window
    await page.locator('main h1').focus()
    await tabTo('Lägg till orosanmälan')
    await page.keyboard.press('Enter')
    await page.locator('[data-opened="/child/concernReports/0"]').waitFor()
    await write('Beslut om utredning', '24/9')
    await page.keyboard.press('Tab')
    await page.getByRole('radiogroup', { name: 'Inleddes utredning?' }).waitFor()
    await tabTo('Inleddes utredning?')
    await page.keyboard.press('ArrowRight')
    await soon(async () => JSON.stringify(await held('/child/concernReports'))).toContain('"decidedOn":"2026-09-24","opened":false')
    await page.locator('[data-records="/child/exploitation"] [data-edit]').first().focus()
    await page.keyboard.press('Enter')
    await write('Barnets ålder när det började (valfritt)', '31')
    await page.keyboard.press('Tab')
    await page.locator('[data-fault]').waitFor()
    await write('Orter (valfritt)', 'Malmö, Lund,')
    await tabTo('Hot om våld')
    await page.keyboard.press('Space')
    await page.locator('[data-at$="/ageWhenBegun"] input').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('13')
    await page.keyboard.press('Tab')
    await soon(async () => JSON.stringify(await held('/child/exploitation'))).toContain('"ageWhenBegun":13')
    await soon(async () => JSON.stringify(await held('/child/exploitation'))).toContain('"controlMethods":["PhysicalThreats"]')
    await soon(async () => JSON.stringify(await held('/child/exploitation'))).toContain('"places":["Malmö","Lund"]')
    await soon(async () => JSON.stringify(await held('/child/concernReports'))).toContain('"reporterAskedForFeedback":false')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
