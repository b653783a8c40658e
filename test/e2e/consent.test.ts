import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { demonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

const caseOfB = 'HV-2026-0002'

/** The real window on a real encrypted register; case B is paused from the start. */
const desk = new ChangesHouse()
let window: ChromiumWindow
beforeAll(() => desk.open())
afterEach(() => window.close())
afterAll(() => desk.close())

async function openOn(reference: string): Promise<void> {
  const renderer = new URL('../../out/renderer/', import.meta.url)
  const { application } = desk.house
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
  await window.page.getByRole('row').filter({ hasText: reference }).focus()
  await press('Enter')
  await window.page.locator('[data-section="consent"]').focus()
  await press('Enter')
  await window.page.locator('[data-timeline]').waitFor({ state: 'attached' })
}

const press = (key: string) => window.page.keyboard.press(key)
const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 20_000 })

async function run(action: string): Promise<void> {
  await window.page.locator(`main [data-action="${action}"]`).first().focus()
  await press('Enter')
}

async function write(label: string, words: string): Promise<void> {
  await window.page.getByLabel(label).focus()
  await press('Control+a')
  await window.page.keyboard.type(words)
}

async function choose(question: string, answer: string): Promise<void> {
  await window.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).focus()
  await press('Space')
}

async function pick(list: string, typed: string): Promise<void> {
  const button = window.page.locator('[data-sheet] [aria-haspopup="listbox"]')
  await button.and(window.page.getByRole('button', { name: list })).focus()
  await press('Enter')
  await window.page.getByRole('listbox').waitFor()
  await window.page.keyboard.type(typed)
  await press('Enter')
  await window.page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** A talk alone with an interpreter; everything but the words is asked for. */
async function writeTalk(words: string, wish: string): Promise<void> {
  await run('new-talk')
  await write('Vem som talade med barnet', 'Karin Låtsas')
  await choose('Var barnet ensamt', 'Ja')
  await choose('Tolk', 'Auktoriserad')
  await pick('Tolkspråk', 'bulg')
  await choose('Tolken var med', 'På plats')
  await write('Med barnets egna ord (valfritt)', words)
  await choose('Vill barnet återvända?', 'Ja')
  await choose('Fick barnet veta', 'Ja')
  await write('Önskemål (valfritt)', wish)
  await pick('Barnsamtal', 'Registrera')
}

const fieldsOf = async (reference: string, place: string) => {
  const value = (await desk.call('case.fields', { reference, places: [place] })).values[place]
  return Array.isArray(value) ? value : []
}
const readiness = async (reference: string) => (await desk.call('case.overview', { reference })).readiness
const missing = async () => (await readiness(caseOfB)).pause?.missing

describe('a talk with the child', () => {
  test('is entered by keyboard, stands as a draft over a lock, and is read back with its wish and the answer to it', async () => {
    await openOn(caseOfA)
    const { page } = window
    const before = (await fieldsOf(caseOfA, '/talks')).length
    await writeTalk('Jag vill gå i samma skola.', 'Gå i samma skola')
    await press('Control+l')
    await page.locator('input[type="password"]').fill(demonstration.passphrase)
    await press('Enter')
    await page.locator('[data-sheet] [data-found]').waitFor()
    expect(await page.getByLabel('Med barnets egna ord (valfritt)').inputValue()).toBe('Jag vill gå i samma skola.')
    expect(await fieldsOf(caseOfA, '/talks')).toHaveLength(before)
    await run('save-sheet')
    await page.locator('[data-sheet]').waitFor({ state: 'detached' })
    expect((await fieldsOf(caseOfA, '/talks')).at(-1)).toMatchObject({
      happenedOn: demonstration.today,
      alone: true,
      interpreter: { language: 'bg', authorised: true, channel: 'in-person' },
      words: 'Jag vill gå i samma skola.',
      wantsToReturn: 'yes',
      informedOfAlternatives: true,
      wishes: [{ wish: 'Gå i samma skola' }],
      evidence: [expect.any(String)],
    })
    await page.locator('[data-timeline] blockquote', { hasText: 'Jag vill gå i samma skola.' }).waitFor()
    // A wish without an answer is an open item, and says so where it counts.
    expect((await readiness(caseOfA)).gates.find(({ id }) => id === 'G04')?.reason?.code).toBe('wishes-unanswered')
    await write('Vad som gjordes, eller varför inte', 'Skolan har lovat en plats')
    await page.locator('[data-answered="false"] [data-action="save-sheet"]').focus()
    await press('Enter')
    await soon(async () => (await fieldsOf(caseOfA, '/talks')).at(-1)).toMatchObject({
      wishes: [{ answer: { text: 'Skolan har lovat en plats', decidedOn: demonstration.today } }],
    })
    await page.locator('[data-answered="false"]').waitFor({ state: 'detached' })
    expect((await readiness(caseOfA)).gates.find(({ id }) => id === 'G04')?.state).toBe('met')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('is not saved before it says what it must', async () => {
    await openOn(caseOfA)
    const { page } = window
    const before = (await fieldsOf(caseOfA, '/talks')).length
    await run('new-talk')
    await write('Dag för samtalet', '2026-10-03')
    await press('Tab')
    await page.locator('[data-sheet] [slot="errorMessage"]', { hasText: 'inte kommit' }).waitFor()
    await run('save-sheet')
    await write('Dag för samtalet', 'i går')
    await run('save-sheet')
    const why = page.locator('main [data-action="save-sheet"]').first()
    expect(await why.getAttribute('aria-disabled')).toBe('true')
    expect(await why.textContent()).toContain('vem som talade')
    expect(await fieldsOf(caseOfA, '/talks')).toHaveLength(before)
  })
})

describe('consent to disclosure', () => {
  test('taken back for one recipient stops what goes there, in one click', async () => {
    await openOn(caseOfA)
    const { page } = window
    const row = page.locator('[data-recipient="iom-ro"]')
    await row.locator('[data-consent="plan"] [data-action="withdraw-transfer"]').focus()
    await press('Enter')
    await row.getByText('Samtycket till överföringen är tillbakadraget.').waitFor()
    const verdicts = (await readiness(caseOfA)).export
    expect(verdicts.find(({ recipient }) => recipient === 'iom-ro')?.permitted).toBe(false)
    expect(verdicts.find(({ recipient }) => recipient === 'iom-fi')?.permitted).toBe(true)
  })
})

describe('a child who has changed its mind', () => {
  test('pauses the case everywhere with one click and no question: in the list, the overview and the export, which only gives drafts', async () => {
    await openOn(caseOfA)
    const { page } = window
    await page.locator('[data-action="withdraw-consent"]').click()
    await page.locator('main [role="alert"]', { hasText: 'Ärendet är pausat' }).waitFor()
    await page.locator('[data-consent-card="paused"]').waitFor()
    expect(await page.locator('[data-action="withdraw-consent"]').count()).toBe(0)
    expect(await page.locator('[data-recipient="iom-fi"]').textContent()).toContain('Inget lämnas medan ärendet är pausat')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[data-section="overview"]').click()
    await page.getByRole('heading', { level: 1, name: 'Ärendet är pausat' }).waitFor()
    await page.locator('[data-section="export"]').click()
    await page.locator('[data-action="save-draft"]').first().waitFor()
    expect(await page.locator('[data-action="sign-and-save"]:not([aria-disabled="true"])').count()).toBe(0)
    await page.locator('[data-section="journal"]').click()
    await page.getByText('ändrade sig, ärendet pausades').first().waitFor()
    await page.locator('[data-action="go-to-cases"]').click()
    await page.getByRole('row').filter({ hasText: caseOfA }).filter({ hasText: 'Pausat' }).waitFor()
  })
})

describe('a paused case', () => {
  test('goes on after a new talk, a new declaration of both and a manager’s decision, by keyboard', async () => {
    await openOn(caseOfB)
    const { page } = window
    expect(await page.locator('[data-action="resume-case"]').getAttribute('aria-disabled')).toBe('true')
    await writeTalk('Jag vill hem till mormor.', '')
    await run('save-sheet')
    await soon(missing).toEqual(['declaration', 'decision'])
    await run('new-declaration')
    await choose('Vad som hände', 'Förklaring lämnad')
    await choose('Av vem', 'Barnet och god man')
    await pick('Förklaring om frivilligt återvändande', 'Registrera')
    await run('save-sheet')
    await soon(missing).toEqual(['decision'])
    await write('Skäl för beslutet', 'Barnet har talat ensamt med tolk och vill hem.')
    await run('resume-case')
    await page.locator('[data-resumption]').waitFor({ state: 'detached' })
    expect(await missing()).toBeUndefined()
    await page.locator('[data-timeline]', { hasText: 'Beslut att fortsätta' }).waitFor()
    expect((await readiness(caseOfB)).gates.find(({ id }) => id === 'G05')?.work).not.toBe('answered-no')
    await page.locator('[data-action="withdraw-consent"]').waitFor()
  })
})
