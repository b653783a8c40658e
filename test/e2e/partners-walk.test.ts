import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'

/** The real window on a real encrypted register, by keyboard alone. */
let place: string
let house: Composed
let window: ChromiumWindow

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'hemvag-partners-'))
  house = await createDemonstration(join(place, 'DEMO-register'), { language: 'sv', exportFolder: place })
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: house.application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
})
afterAll(async () => {
  await window?.close()
  await house?.close()
  rmSync(place, { recursive: true, force: true })
})

const press = async (selector: string, key = 'Enter') => {
  await window.page.locator(selector).first().focus()
  await window.page.keyboard.press(key)
}
/** Chooses in a list by typing the beginning of a word, in letters that every keyboard has. */
const choose = async (label: string, word: string) => {
  const { page } = window
  await page
    .getByRole('button', { name: new RegExp(label) })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}
const text = async () => (await window.page.locator('main').innerText()) ?? ''

describe('the partners of a demonstration', () => {
  test('are listed without the name of any person, and a number is shown only when asked for', async () => {
    const { page } = window
    await press('[data-action="go-to-partners"]')
    await page.locator('[data-partner]').first().waitFor()
    expect(await text()).not.toContain('Fiktivov')
    await page.getByRole('row').filter({ hasText: 'Exempelmyndigheten' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-partner-pane]:focus').waitFor()
    expect(await text()).not.toContain('700 000 010')
    await press('[data-action="reveal-partner"]')
    await page.getByText('+40 700 000 010').waitFor()
  })

  test('answer who can receive a girl of 15 in Bacău, Romanian, therapy, each with why', async () => {
    const { page } = window
    await choose('Vem', 'en flicka')
    await page.getByRole('textbox', { name: 'Ålder' }).fill('15')
    await page.getByRole('textbox', { name: 'Ort' }).fill('bacau')
    await choose('Talar', 'rum')
    await choose('Ger', 'Samtals')
    const yes = page.locator('[data-verdict="yes"]')
    await yes.getByText('Fundația Exemplu').waitFor()
    expect(await yes.innerText()).toContain('Tar emot barn som är 15 år')
    expect(await page.locator('[data-verdict="no"]').innerText()).toContain('Ger inte stödet: Samtalsstöd och traumavård')
    await press('[data-action="clear-wish"]')
  })

  test('can be written, are never checked at first, and are current after a check', async () => {
    const { page } = window
    await press('[data-action="new-partner"]')
    await page.getByLabel('Namn').waitFor()
    await press('[data-action="save-partner"]')
    await page.getByText('Skriv namnet').waitFor()
    await page.getByLabel('Namn').fill('Nya provhemmet')
    await choose('Roll', 'Boende')
    await choose('Land', 'Rum')
    await press('[data-action="save-partner"]')
    await page.getByText('Väljs inte i nya planer förrän').waitFor()
    expect(await text()).toContain('Boende och omsorg · Rumänien')
    await press('[data-action="check-partner"]')
    await page.getByText('Väljs inte i nya planer förrän').waitFor({ state: 'detached' })
    expect(await page.locator('[data-partner-pane]').innerText()).toBe('Nya provhemmet')
  })

  test('are read in from a file only after it was looked at, and leave as one', async () => {
    const { page } = window
    const file = join(place, 'nya.csv')
    writeFileSync(file, 'Namn;Roll;Land;Språk\nFilhemmet;Boende och omsorg;Bulgarien;bulgariska\nFel;Boende och omsorg;Atlantis;\n')
    await press('[data-action="open-import"]')
    await page.getByLabel('Fil, CSV eller XLSX').fill(file)
    await page.keyboard.press('Enter')
    await page.getByText('1 ny, 0 ändrade, 0 lika, 1 avvisad').waitFor()
    expect(await text()).toContain('Land: ”Atlantis” känns inte igen')
    await press('[data-action="read-in"]')
    await page.getByText('Inläst: en ny').waitFor()
    await press('[data-action="close-form"]')
    await page.locator('[data-partner]').filter({ hasText: 'Filhemmet' }).waitFor()
    await press('[data-action="open-import"]')
    await press('[data-action="export-partners"]')
    await page.getByText('Sparad:').waitFor()
    expect(readdirSync(place).some((name) => name.endsWith('.xlsx'))).toBe(true)
    await press('[data-action="close-form"]')
  })
})

describe('the country of a partner', () => {
  test('shows its number, its days off and its map, and what the office writes goes first', async () => {
    const { page } = window
    await press('[data-action="go-to-countries"]')
    await page.getByRole('row').filter({ hasText: 'Bulgarien' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-country-pane]:focus', { hasText: 'Bulgarien' }).waitFor()
    await page.getByRole('img', { name: /Karta över Bulgarien/ }).waitFor()
    expect(await text()).toContain('enligt katalogen, obekräftat')
    await press('[data-action="edit-country"]')
    await page.getByLabel('Ansvarig myndighet').fill('Exempelverket')
    await press('[data-action="save-country"]')
    await page.getByText('Skriv var uppgifterna kommer från').waitFor()
    await page.getByLabel('Källa').fill('Telefonsamtal')
    await press('[data-action="save-country"]')
    await page.locator('[data-action="edit-country"]').waitFor()
    expect(await text()).toContain('Exempelverket')
  })
})

describe('a request for advice', () => {
  test('is noted and answered in one go, counted, and the next one can be written at once', async () => {
    const { page } = window
    await press('[data-action="go-to-advice"]')
    await page.getByLabel('Vem frågade').fill('Provkommunen')
    await choose('Ämnen', 'Pengar')
    await page.getByLabel('Svaret, om du gav det genast').fill('Genom programmet.')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-advice]').filter({ hasText: 'Provkommunen' }).waitFor()
    await page.locator('[data-entry] input:focus').waitFor()
    expect(await page.getByLabel('Vem frågade').inputValue()).toBe('')
    const noted = page.locator('[data-advice]').filter({ hasText: 'Provkommunen' })
    await noted.getByText('Genom programmet.').waitFor()
    await press('[data-action="export-advice"]')
    await page.getByText('Siffrorna är skrivna till').waitFor()
    expect(existsSync(join(place, 'rådgivning-2026.csv'))).toBe(true)
  })
})
