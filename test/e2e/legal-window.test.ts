import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { demonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

/** The real window on a real encrypted register, by keyboard. */
const desk = new ChangesHouse()
let window: ChromiumWindow
beforeAll(() => desk.open())
beforeEach(async () => {
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: desk.house.application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
})
afterEach(() => window.close())
afterAll(() => desk.close())

async function toSection(section: string): Promise<void> {
  const { page } = window
  await page.getByRole('row').filter({ hasText: caseOfA }).click()
  await page.locator(`[data-section="${section}"]`).click()
  await page.locator('[data-new-record]').first().waitFor()
}

const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 20_000 })

/** A list of the case as the register holds it, names shown. */
async function held(place: string, names: string): Promise<readonly Record<string, unknown>[]> {
  const { values } = await desk.call('case.fields', { reference: caseOfA, places: [place], names })
  const list = values[place]
  return (Array.isArray(list) ? list : []).flatMap((each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? [each] : [],
  )
}

const person = async (name: string) => (await held('/people', 'test-people')).find((each) => each['name'] === name)

async function press(selector: string, ...keys: readonly string[]): Promise<void> {
  await window.page.locator(selector).first().focus()
  for (const key of keys) await window.page.keyboard.press(key)
}

/** Walks down an open list to an option and takes it. */
async function take(option: string): Promise<void> {
  const { page } = window
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  for (const _ of await page.getByRole('option').all()) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'detached' })
}

async function addPerson(role: string, name: string): Promise<void> {
  const { page } = window
  await press('[data-new-record="/people"]', 'Enter')
  await page.locator('[data-new-fields="/people"] button').first().focus()
  await page.keyboard.press('Enter')
  await take(role)
  await page.keyboard.press('Tab')
  await page.keyboard.type(name)
  await press('[data-action="add-record"]', 'Enter')
  await soon(() => person(name)).toBeDefined()
}

describe('a person', () => {
  test('is entered by keyboard with the side of the family, nobody may contact them until somebody has looked, and history says so', async () => {
    await toSection('people')
    const { page } = window
    await addPerson('Anhörig', 'Elena Provescu')
    expect(await person('Elena Provescu')).toMatchObject({ roles: ['relative'], safeToContact: 'unknown', mustNotLearnAddress: false })
    // Names are hidden: the new person stands there by role.
    expect(await page.locator('main').textContent()).not.toContain('Provescu')
    const row = page.locator('[data-record]').filter({ hasText: 'okänt: kontakta inte' })
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-may-leave="false"]').waitFor()
    await page.getByRole('combobox', { name: 'Relation till barnet (valfritt)' }).focus()
    await page.keyboard.type('faster')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(() => person('Elena Provescu')).toMatchObject({ relation: { kinship: 'aunt', side: 'paternal' } })
    await page.getByLabel('Telefon (valfritt)').focus()
    await page.keyboard.type('+40 700 000 009')
    await page.keyboard.press('Tab')
    await soon(() => person('Elena Provescu')).toMatchObject({ phone: '+40 700 000 009' })
    const safe = page.getByRole('radiogroup', { name: 'Är det tryggt att kontakta personen?' })
    await safe.getByRole('radio', { name: 'Okänt' }).focus()
    await page.keyboard.press('ArrowLeft')
    await soon(() => person('Elena Provescu')).toMatchObject({ safeToContact: 'no' })
    await page.getByLabel('Varför får personen inte kontaktas?').waitFor()
    expect(await page.locator('[data-may-leave="false"]').textContent()).toContain('får inte kontaktas')
    expect(await accessibilityFaults(page)).toEqual([])
    const { entries } = await desk.call('case.history', { reference: caseOfA, limit: 20 })
    expect(entries.map(({ action }) => action)).toContain('person.safety-changed')
    expect(JSON.stringify(entries)).not.toContain('Provescu')
  })

  test('that nothing rests on is removed and brought back; one who is to meet the child is not removed', async () => {
    await toSection('people')
    const { page } = window
    await addPerson('Vän', 'Bo Låtsas')
    const row = page.locator('[data-record]').filter({ hasText: 'Vän' })
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Delete')
    await soon(() => person('Bo Låtsas')).toBeUndefined()
    await page.locator('[data-toast] [data-action="undo"]').focus()
    await page.keyboard.press('Enter')
    await soon(() => person('Bo Låtsas')).toBeDefined()
    await press('[data-edit="/people/ioana-exemplu"]', 'Delete')
    await page.getByText('Personen står på andra ställen i ärendet').waitFor()
    expect((await held('/people', 'test-people')).map(({ id }) => id)).toContain('ioana-exemplu')
  })

  test('is asked for and appointed as specially appointed custodian', async () => {
    await toSection('people')
    const { page } = window
    await addPerson('Särskilt förordnad vårdnadshavare', 'Siv Påhittad')
    const row = page.locator('[data-record]').filter({ hasText: 'Särskilt förordnad vårdnadshavare' }).first()
    await row.locator('[data-edit]').first().focus()
    await page.keyboard.press('Enter')
    await row.locator('[data-new-record]').focus()
    await page.keyboard.press('Enter')
    await row.getByRole('radio', { name: 'Förordnad' }).focus()
    await page.keyboard.press('Space')
    await row.getByLabel('Vilken dag').last().focus()
    await page.keyboard.type('28/9')
    await row.locator('[data-action="add-record"]').focus()
    await page.keyboard.press('Enter')
    await soon(() => person('Siv Påhittad')).toMatchObject({ appointments: [{ step: 'appointed', happenedOn: '2026-09-28' }] })
    // Delete within the list of appointments takes away the appointment, not the person.
    await row.locator('[data-records$="/appointments"] [data-edit]').focus()
    await page.keyboard.press('Delete')
    await soon(() => person('Siv Påhittad')).toMatchObject({ appointments: [] })
  })
})

describe('the legal situation', () => {
  test('takes a permit by keyboard, starts its clock and proves it with a paper', async () => {
    await toSection('legal')
    const { page } = window
    await press('[data-new-record="/legal/permits"]', 'Enter')
    await press('[data-new-fields] button', 'Enter')
    await take('Tidsbegränsat uppehållstillstånd')
    await page.getByRole('radio', { name: 'Beviljat' }).focus()
    await page.keyboard.press('Space')
    const add = page.locator('[data-action="add-record"]')
    expect(await add.getAttribute('aria-disabled')).toBe('true')
    await page.locator('[data-new-fields]').getByLabel('Vilken dag').focus()
    await page.keyboard.type('1/9')
    await add.focus()
    await page.keyboard.press('Enter')
    const permit = async () => (await held('/legal/permits', 'test-permits')).find((each) => each['permit'] === 'PRM_TUT')
    await soon(permit).toMatchObject({ step: 'granted', happenedOn: '2026-09-01' })
    const row = page.locator('[data-record]').filter({ hasText: 'Tidsbegränsat uppehållstillstånd: beviljat' })
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Gäller till och med (valfritt)').focus()
    await page.keyboard.type('2027-03-01')
    await page.keyboard.press('Tab')
    await soon(permit).toMatchObject({ validThrough: '2027-03-01' })
    await row.getByRole('button', { name: /Styrks av/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(permit).toMatchObject({ evidence: [expect.any(String)] })
    await page.locator('[data-clocks]').getByText('till 1 mar 2027').waitFor()
    expect(demonstration.today < '2027-03-01').toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('says at the field that a day has not come yet, and keeps what is half said over a lock', async () => {
    await toSection('legal')
    const { page } = window
    await press('[data-new-record="/legal/protectionClaims"]', 'Enter')
    await page.getByRole('radio', { name: 'Ansökan lämnad' }).focus()
    await page.keyboard.press('Space')
    await page.locator('[data-new-fields]').getByLabel('Vilken dag').focus()
    await page.keyboard.type('2027-01-01')
    await page.keyboard.press('Tab')
    await page.getByText('Dagen ligger efter').waitFor()
    expect(await held('/legal/protectionClaims', 'test-claims')).toEqual([])
    await page.keyboard.press('Control+l')
    await page.locator('input[type="password"]').fill(demonstration.passphrase)
    await page.keyboard.press('Enter')
    await page.locator('[data-new-fields="/legal/protectionClaims"]').waitFor()
    const day = page.locator('[data-new-fields]').getByLabel('Vilken dag')
    expect(await day.inputValue()).toBe('2027-01-01')
    await day.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2/9')
    await press('[data-action="add-record"]', 'Enter')
    await soon(() => held('/legal/protectionClaims', 'test-claims')).toMatchObject([{ step: 'opened', happenedOn: '2026-09-02' }])
    // An open claim stops the journey at once, on this screen too.
    await page.getByText('En ansökan om skydd prövas sedan').first().waitFor()
  })
})
