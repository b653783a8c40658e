import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'
import { manyBytes } from '../support/attachments.ts'
import { pngPicture } from '../support/attachments-picture.ts'
import { scannedPdf } from '../support/attachments-scan.ts'
import { installedBrowser } from '../support/browser.ts'

/** The papers of a case in the real window on a real encrypted register. */
let place: string
let house: Composed
let window: ChromiumWindow
let plan: string
const complaints: string[] = []
const reference = 'HV-2026-0001'
const at = (name: string) => join(place, name)

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'hemvag-papers-'))
  mkdirSync(at('temporary'))
  house = await createDemonstration(at('DEMO-register'), { language: 'sv', exportFolder: place })
  const asked = { reference, recipient: 'iom-fi', language: 'sv', folder: place, draft: false, operationId: '01J00000000000000000000PLN' }
  const exported = await house.commands.answer('plan.export', asked)
  if (!exported.ok || !('file' in exported.value) || exported.value.file === null) throw new Error('no plan')
  plan = exported.value.file
  vi.stubEnv('TMPDIR', at('temporary'))
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: house.application, headless: true })
  const { page } = window
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (problem) => complaints.push(problem.message))
  await page.addInitScript(`addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error('CSP ' + violatedDirective + ' ' + blockedURI))`)
  page.setDefaultTimeout(10_000)
  await page.reload()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('row').filter({ hasText: reference }).click()
  await page.keyboard.press('Control+6')
  await page.getByText('Inga dokument än', { exact: false }).waitFor()
})
afterAll(async () => {
  await window?.close()
  await house?.close()
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true, force: true })
})

/** Names and sizes of every file below a folder. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const chosenType = (index: number) => window.page.locator('[data-field="type"]').nth(index)
const press = (action: string) => window.page.locator(`[data-action="${action}"]`).first().click()
const saidOf = (text: string) => window.page.getByText(text, { exact: false }).first().waitFor()
/** Whether the drawn page shows more than one colour. */
const isDrawn = () =>
  window.page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return false
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return new Set(data).size > 20
  })

test('two files are chosen, typed and added; one becomes a document of the case', async () => {
  const { page } = window
  writeFileSync(at('Pass Mira Exempelsson.png'), pngPicture(320, 200))
  await page.locator('input[type="file"]').setInputFiles([plan, at('Pass Mira Exempelsson.png')])
  expect(await page.getByRole('list', { name: 'Nya filer' }).getByRole('listitem').count()).toBe(2)
  expect(await page.locator('[data-action="add-files"]').getAttribute('aria-disabled')).toBe('true')
  await chosenType(0).selectOption('DOC_PLAN')
  await chosenType(1).selectOption('DOC_TRAVELDOC')
  await page.getByLabel('Utfärdat den').nth(1).fill('2026-08-20')
  await page.getByLabel('Utfärdare').nth(1).fill('Ambasada Imaginară')
  await press('add-files')
  await saidOf('Fil 2 är tillagd som Resehandling, 20 aug 2026.')
  expect(await page.locator('[data-attachment]').count()).toBe(2)
  const text = (await page.locator('body').textContent()) ?? ''
  expect(text).not.toContain('Exempelsson')
  expect(text).toContain('Bland ärendets handlingar')
})

test('a PDF is drawn page by page in the pane, from the keyboard alone', async () => {
  const { page } = window
  await page.locator('[data-attachment]').filter({ hasText: 'PDF' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-drawn="1"]').waitFor()
  expect(await isDrawn()).toBe(true)
  expect(await page.getByRole('img', { name: /^Återvändande- och återintegrationsplan, utan datum, sida 1 av \d+$/ }).count()).toBe(1)
  await page.locator('[data-action="next-page"]').focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-drawn="2"]').waitFor()
  expect(await isDrawn()).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('canvas').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-attachment'))).toBe(true)
})

test('a picture is shown from memory, and its address is let go when it is left', async () => {
  const { page } = window
  await page.locator('[data-attachment]').filter({ hasText: 'PNG' }).click()
  const picture = page.locator('[data-attachment-pane] img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(320)
  const address = await picture.getAttribute('src')
  expect(address).toMatch(/^blob:https:\/\/app\.invalid\//)
  await page.keyboard.press('Control+Shift+H')
  await page.getByRole('heading', { name: 'Pass Mira Exempelsson.png' }).waitFor()
  await page.keyboard.press('Control+Shift+H')
  await page.getByRole('heading', { name: 'Resehandling, 20 aug 2026' }).waitFor()
  await page.locator('[data-attachment-pane]').getByRole('button', { name: 'Stäng' }).click()
  const gone = await page.evaluate(
    (url) =>
      new Promise((tell) => {
        const image = new Image()
        image.onload = () => tell(false)
        image.onerror = () => tell(true)
        image.src = url
      }),
    address ?? '',
  )
  expect(gone).toBe(true)
  await expect.poll(() => complaints).toEqual([expect.stringContaining('ERR_FILE_NOT_FOUND')])
  complaints.length = 0
})

test('a file dropped on the window twice is there once, and is called by what it is there as', async () => {
  const { page } = window
  copyFileSync(at('Pass Mira Exempelsson.png'), at('samma igen.pdf'))
  const zone = await page.locator('[data-drop]').boundingBox()
  const drag = await page.context().newCDPSession(page)
  const [x, y] = [(zone?.x ?? 0) + 20, (zone?.y ?? 0) + 10]
  const data = { items: [], files: [at('samma igen.pdf')], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag.send('Input.dispatchDragEvent', { type, x, y, data })
  await chosenType(0).selectOption('DOC_TRAVELDOC')
  await press('add-files')
  await saidOf('Fil 1 finns redan som Resehandling, 20 aug 2026 och lades inte till igen.')
  expect(await page.locator('[data-attachment]').count()).toBe(2)
})

test('a copy goes where the user points, under a name that names nobody, and a removed file comes back with Ångra', async () => {
  const { page } = window
  await page.locator('[data-attachment]').filter({ hasText: 'PNG' }).click()
  await page.getByLabel('Mapp för kopian').fill(at('borta'))
  const exporting = page.locator('[data-action="export-attachment"]')
  expect(await exporting.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Mottagare').fill('IOM Rumänien')
  expect(await exporting.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Ändamål').fill('Resehandling till gränskontrollen')
  await press('export-attachment')
  await saidOf('finns inte. Skapa den eller välj en annan.')
  mkdirSync(at('kopior'))
  await page.getByLabel('Mapp för kopian').fill(at('kopior'))
  await press('export-attachment')
  await saidOf('Kopian är sparad')
  expect(readdirSync(at('kopior'))).toEqual([expect.stringMatching(/^HV-2026-0001_DOC_TRAVELDOC_2026-08-20_\w{4}\.png$/)])
  await press('remove-attachment')
  await saidOf('är borttaget ur listan')
  expect(await page.locator('[data-attachment]').count()).toBe(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-attachment]').nth(1).waitFor()
})

test('a page as scanners pack it is drawn too, without WebAssembly', async () => {
  const { page } = window
  writeFileSync(at('skannad.pdf'), scannedPdf())
  await page.locator('input[type="file"]').setInputFiles(at('skannad.pdf'))
  await chosenType(0).selectOption('DOC_LEGAL')
  await press('add-files')
  await page.locator('[data-attachment]').filter({ hasText: 'Rättslig kontroll' }).click()
  await page.locator('[data-drawn="1"]').waitFor()
  const middle = await page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return []
    return [...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? [])]
  })
  expect(middle).toEqual([0, 0, 0, 255])
})

test('what is on its way in is dropped at the lock', async () => {
  const begun = await house.application.answer('attachment.begin', { reference, name: 'halv.pdf', size: 2_000_000 })
  if (typeof begun !== 'object' || begun === null || !('value' in begun)) throw new Error('not begun')
  const upload = Object(begun.value).upload
  const base64 = Buffer.from(manyBytes(500_000)).toString('base64')
  expect(await house.application.answer('attachment.part', { upload, number: 1, base64 })).toMatchObject({ ok: true })
  await window.page.keyboard.press('Control+l')
  await window.page.getByRole('heading', { name: 'Lås upp registret' }).waitFor()
  expect(await window.page.locator('img, canvas').count()).toBe(0)
  const passphrase = await window.page.locator('[data-passphrase]').innerText()
  expect(await house.application.answer('register.unlock', { passphrase })).toMatchObject({ ok: true })
  const part = await house.application.answer('attachment.part', { upload, number: 2, base64 })
  expect(part).toMatchObject({ ok: false, error: { code: 'no-such-upload' } })
})

test('nothing that was shown lies in a file outside the register, and the content policy had nothing to say', () => {
  const needles = [Buffer.from('%PDF-'), Buffer.from('\x89PNG', 'latin1')]
  const found = filesBelow(at('temporary')).filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))
  expect(found).toEqual([])
  const planted = Buffer.from('Exempelsson')
  expect(filesBelow(at('DEMO-register')).filter((file) => readFileSync(file).includes(planted))).toEqual([])
  expect(complaints).toEqual([])
})
