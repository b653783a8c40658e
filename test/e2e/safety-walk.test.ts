import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration, demonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'

/** The real window on a real register, by keyboard alone: from no copy at all to a register restored beside. */
let around: string
let house: Composed
let window: ChromiumWindow

beforeAll(async () => {
  around = mkdtempSync(join(tmpdir(), 'hemvag-safety-'))
  mkdirSync(join(around, 'stick'))
  house = await createDemonstration(join(around, 'DEMO-register'), { language: 'sv', exportFolder: around })
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: house.application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
})
afterAll(async () => {
  await window?.close()
  await house?.close()
  rmSync(around, { recursive: true, force: true })
})

const press = async (action: string) => {
  const button = window.page.locator(`[data-action="${action}"]`).last()
  await button.focus()
  await window.page.keyboard.press('Enter')
}
const seen = (text: string) => window.page.getByText(text).first().waitFor()

describe('somebody who has never made a copy', () => {
  test('is told so among the cases, and goes from there to the place where it is mended', async () => {
    await seen('Ingen säkerhetskopia är gjord än.')
    await press('go-to-safety')
    await seen('Går datorn sönder i dag går allt arbete i registret förlorat.')
    await seen('Inga skadade sidor')
  })

  test('adds a place, and is told when it would be lost together with the register', async () => {
    const { page } = window
    await page.getByLabel('Mapp för kopior').focus()
    await page.keyboard.type(join(around, 'stick'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await seen('ligger på samma disk som registret. Går disken sönder går båda förlorade.')
    await page.locator('[data-action="copy-now"]:focus').waitFor()
  })

  test('copies with the next Enter, and tries to read the copy back', async () => {
    await window.page.keyboard.press('Enter')
    await seen('Kopian är gjord och genomläst.')
    await seen('En kopia sparas.')
    await press('try-reading')
    await seen('2 ärenden lästa, alla journaler hela.')
  })

  test('compares the copy with the register before it is restored beside it', async () => {
    const { page } = window
    await press('open-restore')
    await page.getByLabel('Lösenfras').focus()
    await page.keyboard.type(demonstration.passphrase)
    await press('compare-copy')
    await page.locator('[data-relation="ancestor"]').waitFor()
    await page.getByLabel('Ny mapp för det återställda registret').focus()
    await page.keyboard.type(join(around, 'beside'))
    await press('restore-beside')
    await seen('Registret är återställt bredvid')
    expect(existsSync(join(around, 'beside', 'register.db'))).toBe(true)
  })

  test('finds the copy among the cases afterwards', async () => {
    await window.page.keyboard.press('Escape')
    await press('go-to-cases')
    await seen('Senaste säkerhetskopia i dag')
  })
})

describe('somebody who answers for the register', () => {
  test('checks the journal against the copy and the register’s own note', async () => {
    await press('go-to-safety')
    await press('verify-journal')
    await window.page.locator('[data-verdict="intact"]').waitFor()
    await seen('Registret är inte satt tillbaka')
    await seen('Jämfört med registrets egen anteckning om det senast sedda, en kopia')
  })

  test('puts the journal in a file, which the checker that stands alone finds whole', async () => {
    const { page } = window
    mkdirSync(join(around, 'auditor'))
    await page.getByLabel('Mapp för filen').focus()
    await page.keyboard.type(join(around, 'auditor'))
    await press('export-journal')
    await page.locator('[data-exported]').waitFor()
    const [name = ''] = readdirSync(join(around, 'auditor'))
    const key = /--key (\S+)/.exec((await page.locator('[data-exported]').textContent()) ?? '')?.[1] ?? ''
    const verifier = fileURLToPath(new URL('../../resources/journal-verifier/verify-journal.mjs', import.meta.url))
    await seen(verifier)
    const checked = spawnSync(process.execPath, [verifier, join(around, 'auditor', name), '--key', key], { encoding: 'utf8' })
    expect({ status: checked.status, complaints: checked.stderr }).toEqual({ status: 0, complaints: '' })
    await page.getByLabel('Jämför även med en fil').focus()
    await page.keyboard.type(join(around, 'auditor', name))
    await press('verify-journal')
    await seen(name)
    await page.locator('[data-verdict="intact"]').waitFor()
  })

  test('replaces the register by its copy only with the number of entries that go, and finds the lock', async () => {
    const { page } = window
    await press('open-restore')
    await page.getByLabel('Lösenfras').focus()
    await page.keyboard.type(demonstration.passphrase)
    await press('compare-copy')
    const lost = Number(/(\d+) poster går förlorade/.exec((await page.locator('[data-instead]').textContent()) ?? '')?.[1])
    expect(lost).toBeGreaterThan(0)
    await page.getByLabel('Antal poster som går förlorade').focus()
    await page.keyboard.type(String(lost + 1))
    await press('restore-instead')
    expect(readdirSync(around).filter((each) => each.includes('-replaced-'))).toEqual([])
    await page.getByLabel('Antal poster som går förlorade').fill(String(lost))
    await press('restore-instead')
    await seen('har tagit registrets plats')
    const [aside = ''] = readdirSync(around).filter((each) => each.includes('-replaced-'))
    expect(existsSync(join(around, aside, 'keyring.db'))).toBe(true)
    await seen(aside)
    await page.getByRole('textbox', { name: 'Lösenfras' }).fill(demonstration.passphrase)
    await page.keyboard.press('Enter')
    await page.locator('[data-action="copy-now"]').waitFor()
    await page.keyboard.press('Control+l')
    await page.locator('[data-action="unlock"]').waitFor()
    expect(await page.getByText('har tagit registrets plats').count()).toBe(0)
  })
})
