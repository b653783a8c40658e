import { writeSync } from 'node:fs'
import { openChromiumWindow } from '#shells/chromium/window.ts'
import { compose } from '#shells/compose.ts'
import { installedBrowser } from '../support/browser.ts'
import { plantedPassphrase, plantedWords } from './planted.ts'

/**
 * Walks through the window as a user does: unlocks, shows the names, looks at every section, saves a draft, locks, unlocks again; then its
 * renderer crashes with the names on the screen. Says so, and stays until it is killed, so that whatever was written lies there.
 */
const [folder = '', pointed = ''] = process.argv.slice(2)
const house = await compose({ folder, language: 'sv', exportFolder: pointed })
const renderer = new URL('../../out/renderer/', import.meta.url)
const { page } = await openChromiumWindow({ browser: installedBrowser(), renderer, application: house.application, headless: true })

const does = (action: string) => page.locator(`[data-action="${action}"]`).first().click()
const isShown = (text: string) => page.getByText(text, { exact: false }).first().waitFor({ timeout: 15_000 })

async function unlock(): Promise<void> {
  await page.getByRole('heading', { name: 'Lås upp registret' }).waitFor()
  await page.getByLabel('Lösenfras', { exact: true }).fill(plantedPassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Lås upp registret' }).waitFor({ state: 'detached' })
}

async function openCase(): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'HV-2026-0001' }).click()
  await page.locator('[data-safeguards]').waitFor()
  await page.keyboard.press('Control+Shift+H')
  // The child's family name, with the word that was planted behind it.
  await isShown('Exempelsson ')
}

/** What stands in a field and was never saved; long enough for the browser to write down what it wants to remember. */
async function typeUnsaved(): Promise<void> {
  await page.getByRole('button', { name: 'Journal', exact: false }).first().click()
  await page
    .locator('textarea')
    .first()
    .fill(`Utkast om ${plantedWords.join(' ')}`)
  await page.waitForTimeout(3000)
}

async function typeRecoveryWords(): Promise<void> {
  await page.getByRole('button', { name: 'Jag har glömt lösenfrasen' }).click()
  await page.locator('textarea').first().fill(plantedWords.join(' '))
  await page.waitForTimeout(3000)
  await page.getByRole('button', { name: 'Avbryt' }).click()
}

await unlock()
await openCase()
for (const section of ['Personer', 'Riskbedömning', 'Budget', 'Uppföljning', 'Plan för export']) {
  await page.getByRole('button', { name: section, exact: false }).first().click()
  await page.locator('[data-ready]').first().waitFor()
}
const asked = {
  reference: 'HV-2026-0001',
  recipient: '',
  language: 'sv',
  folder: pointed,
  draft: true,
  operationId: '01K3DRAFT00000000000WINDOW',
}
const saved: unknown = await page.evaluate(`hemvag.call('plan.export', ${JSON.stringify(asked)})`)
await typeUnsaved()
await page.keyboard.press('Control+l')
await typeRecoveryWords()
await unlock()
if ((await page.getByRole('row').count()) > 0) await openCase()
else await does('go-to-cases').then(openCase)
const gone = page.waitForEvent('crash')
const session = await page.context().newCDPSession(page)
void session.send('Page.crash').catch(() => undefined)
await gone
writeSync(1, `crashed ${JSON.stringify(saved)}\n`)
// Nothing is closed and nothing is tidied: the parent kills this program.
setInterval(() => undefined, 1000)
