import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'

/** The real window over the real bridge on a real encrypted register: nothing stands in for anything. */
let place: string
let house: Composed
let window: ChromiumWindow
const exports = () => join(place, 'exports')

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'hemvag-walk-'))
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

const openCase = async (reference: string) => {
  await window.page.locator('[data-action="go-to-cases"]').click()
  await window.page.getByRole('row').filter({ hasText: reference }).click()
  await window.page.locator('[data-safeguards]').waitFor()
}
const openSection = (name: string) => window.page.getByRole('button', { name, exact: false }).first().click()

describe('a visitor of the demonstration', () => {
  test('sees that case A is ready and case B paused', async () => {
    const { page } = window
    await page.getByText('24 av 24').first().waitFor()
    await page.getByText('Pausat').first().waitFor()
    expect(await page.title()).toBe('Hemväg')
  })

  test('finds every section of case A, without a name', async () => {
    await openCase('HV-2026-0001')
    const { page } = window
    for (const [section, sign] of [
      ['Personer', 'får inte kontaktas'],
      ['Riskbedömning', 'Medel'],
      ['Budget', '59 235,50'],
      ['Uppföljning', 'flyttad'],
    ] as const) {
      await openSection(section)
      await page.getByText(sign).first().waitFor()
      const text = (await page.locator('body').textContent()) ?? ''
      for (const name of ['Exempelsson', 'Exemplu', 'Fiktivsson']) expect(text, section).not.toContain(name)
    }
  })

  test('exports the plan, and the saved file is verified', async () => {
    const { page } = window
    await openSection('Plan för export')
    const folder = page.getByLabel('Mapp')
    await folder.fill(exports())
    await page.locator('[data-action="sign-and-save"]').click()
    await page.getByText('finns inte', { exact: false }).first().waitFor()
    expect(existsSync(exports())).toBe(false)
    await folder.fill(place)
    await page.locator('[data-action="sign-and-save"]').click()
    await page.getByText('Planen är undertecknad och sparad').waitFor()
    expect(readdirSync(place).filter((name) => name.endsWith('.pdf'))).toEqual(['HV-2026-0001_v2_IOM-FI_sv.pdf'])
    const checked = await house.commands.answer('plan.verify', { file: join(place, 'HV-2026-0001_v2_IOM-FI_sv.pdf') })
    expect(checked).toMatchObject({ ok: true, value: { verdict: 'intact-trusted' } })
  })

  test('gets only a draft of the paused case B', async () => {
    const { page } = window
    await openCase('HV-2026-0002')
    await page.getByText('Ärendet är pausat').first().waitFor()
    await openSection('Plan för export')
    await page.getByLabel('Mapp').fill(place)
    await page.locator('[data-action="save-draft"]').click()
    await page.getByText('Utkastet är sparat').waitFor()
    expect(readdirSync(place).filter((name) => name.includes('UTKAST'))).toHaveLength(1)
  })

  test('locks, is refused with a wrong passphrase, and unlocks with the one that is shown', async () => {
    const { page } = window
    await page.keyboard.press('Control+l')
    await page.getByRole('heading', { name: 'Lås upp registret' }).waitFor()
    const passphrase = page.getByLabel('Lösenfras', { exact: true })
    await passphrase.fill('en helt annan lösenfras')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').or(page.locator('[data-invalid]')).first().waitFor()
    await passphrase.fill(await page.locator('[data-passphrase]').innerText())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Lås upp registret' }).waitFor({ state: 'detached' })
    await page.getByText('Ärendet är pausat').or(page.getByText('24 av 24')).first().waitFor()
  })
})
