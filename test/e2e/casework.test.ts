import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Answering } from '#shells/bridge.ts'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import { demonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'
import { startProgram } from '../support/casework-program.ts'
import { ChangesHouse, caseOfA } from '../support/changes-house.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

/** The real window on a real encrypted register. */
const desk = new ChangesHouse()
let window: ChromiumWindow
beforeAll(() => desk.open())
afterEach(() => window.close())
afterAll(() => desk.close())

async function openOn(application: Answering): Promise<void> {
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
}

async function toSection(section: string): Promise<void> {
  const { page } = window
  await page.getByRole('row').filter({ hasText: caseOfA }).click()
  await page.locator(`[data-section="${section}"]`).click()
  await page.locator('main h1').waitFor()
}

async function unlock(): Promise<void> {
  const { page } = window
  await page.locator('input[type="password"]').fill(demonstration.passphrase)
  await page.keyboard.press('Enter')
  await page.locator('[data-section="journal"][aria-current="page"]').waitFor()
}

const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 20_000 })
const alias = () => window.page.getByLabel('Benämning på barnet')
const note = () => window.page.getByLabel('Ny anteckning')
const drafts = async () => (await desk.call('draft.list', { reference: caseOfA })).drafts

describe('what is being written', () => {
  test('is there after a lock in mid-word: what could not be saved as it was, and what was', async () => {
    await openOn(desk.house.application)
    await toSection('journal')
    const { page } = window
    await alias().fill('')
    await note().click()
    await note().pressSequentially('DGASPC svarar på torsd')
    await page.keyboard.press('Control+l')
    await page.locator('input[type="password"]').waitFor()
    await unlock()
    await soon(async () => (await desk.about()).notes[0]?.text).toBe('DGASPC svarar på torsd')
    expect((await desk.about()).notes).toHaveLength(1)
    // The empty alias may not be saved: it is still empty, says so, and the register holds the former one.
    await soon(() => page.locator('[data-found]').count()).toBe(1)
    expect(await alias().inputValue()).toBe('')
    expect(await page.locator('[data-fault]').textContent()).toContain('benämning')
    expect((await desk.about()).alias).toBe('M.')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[data-found] button').click()
    expect(await alias().inputValue()).toBe('M.')
    await soon(drafts).toEqual([])
  })

  test('is there after the program was killed in mid-word, and the renderer with it', async () => {
    const folder = join(desk.folder, 'DEMO-register')
    await desk.house.close()
    const program = startProgram(folder)
    await openOn(program.application)
    await toSection('tasks')
    await window.page.locator('[data-new-task] input').pressSequentially('Ring ambassa')
    // As soon as the register says that it holds the draft, and long before anything was saved.
    await soon(async () => JSON.stringify(await program.application.answer('draft.list', { reference: caseOfA }))).toContain('Ring ambassa')
    await program.kill()
    await window.close()
    await desk.reopen()
    await openOn(desk.house.application)
    await toSection('tasks')
    expect(await window.page.locator('[data-new-task] input').inputValue()).toBe('Ring ambassa')
    await window.page.locator('[data-found]').waitFor()
    await window.page.locator('[data-new-task] input').press('End')
    await window.page.keyboard.type('den')
    await window.page.keyboard.press('Enter')
    await window.page.locator('[data-tasks="open"] [data-record] p', { hasText: 'Ring ambassaden' }).waitFor()
    expect((await desk.about()).tasks.map(({ title }) => title)).toContain('Ring ambassaden')
    await soon(drafts).toEqual([])
  })

  test('over what somebody else has changed meanwhile waits for the choice, also over a lock', async () => {
    await openOn(desk.house.application)
    await toSection('journal')
    const { page } = window
    await page.locator('main h1').focus()
    await desk.call('case.change', await desk.set('/child/alias', 'M.', 'Svalan'))
    await alias().fill('Lärkan')
    await page.locator('[data-conflict]').waitFor()
    await page.keyboard.press('Control+l')
    await page.locator('input[type="password"]').waitFor()
    await unlock()
    await page.locator('[data-conflict]').waitFor()
    const words = (await page.locator('[data-conflict]').textContent()) ?? ''
    for (const word of ['M.', 'Lärkan', 'Svalan']) expect(words).toContain(word)
    await page.locator('[data-choice="mine"]').click()
    await page.locator('[data-action="save-choice"]').click()
    await page.locator('[data-conflict]').waitFor({ state: 'detached' })
    await soon(async () => (await desk.about()).alias).toBe('Lärkan')
    await soon(drafts).toEqual([])
  })
})

describe('a note', () => {
  test('is saved while it is written, and written on in the same note', async () => {
    await openOn(desk.house.application)
    await toSection('journal')
    const before = (await desk.about()).notes.length
    await note().click()
    await note().pressSequentially('Ringt skolan.')
    await soon(async () => (await desk.about()).notes[0]?.text).toBe('Ringt skolan.')
    await note().pressSequentially(' De svarar i morgon.')
    await soon(async () => (await desk.about()).notes[0]?.text).toBe('Ringt skolan. De svarar i morgon.')
    expect((await desk.about()).notes.length).toBe(before + 1)
    await window.page.keyboard.press('Tab')
    await soon(() => note().inputValue()).toBe('')
  })
})

describe('a task', () => {
  test('is added, filled in, handed over, done, opened again, removed and brought back, by keyboard', async () => {
    await openOn(desk.house.application)
    await toSection('tasks')
    const { page } = window
    const task = async () => {
      const { values } = await desk.call('case.fields', { reference: caseOfA, places: ['/tasks'] })
      const tasks = values['/tasks']
      return (Array.isArray(tasks) ? tasks : []).find((each) => JSON.stringify(each).includes('Boka tolk'))
    }
    await page.locator('[data-new-task] input').focus()
    await page.keyboard.type('Boka tolk')
    await page.keyboard.press('Enter')
    const row = page.locator('[data-record]').filter({ hasText: 'Boka tolk' })
    await row.waitFor()
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Varför (valfritt)').focus()
    await page.keyboard.type('Barnet vill ha samma tolk.')
    await page.getByLabel('Senast (valfritt)').focus()
    await page.keyboard.type('12/10')
    await page.getByRole('combobox', { name: 'Vem (valfritt)' }).focus()
    await page.keyboard.type('god')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Kommer från (valfritt)' }).focus()
    await page.keyboard.type('hörd')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(task).toMatchObject({
      why: 'Barnet vill ha samma tolk.',
      dueOn: '2026-10-12',
      responsible: expect.any(String),
      from: { kind: 'safeguard', id: 'G04' },
    })
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[data-hand-over] button').first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-action="hand-over"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-handovers]').waitFor()
    await row.locator('[data-action="mark-done"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-tasks="done"] [data-record]', { hasText: 'Boka tolk' }).waitFor()
    await soon(task).toMatchObject({ doneOn: demonstration.today, handovers: [{ happenedOn: demonstration.today }] })
    await page.locator('[data-tasks="done"] [data-action="reopen-task"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-tasks="open"] [data-record]', { hasText: 'Boka tolk' }).waitFor()
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Delete')
    await soon(task).toBeUndefined()
    await page.locator('[data-toast] [data-action="undo"]').click()
    await soon(task).toMatchObject({ title: 'Boka tolk', dueOn: '2026-10-12' })
  })
})

describe('a document', () => {
  test('gets another title and a last day, and a day that is none is said at the field and not saved', async () => {
    await openOn(desk.house.application)
    await toSection('attachments')
    const { page } = window
    const row = page.locator('[data-record]').first()
    await row.locator('[data-edit]').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Rubrik').fill('Intyg inför resan')
    await page.getByLabel('Gäller till och med (valfritt)').fill('30/2')
    await page.keyboard.press('Tab')
    await page.locator('[data-fault]').waitFor()
    const document = async () => JSON.stringify((await desk.call('case.fields', { reference: caseOfA, places: ['/documents'] })).values)
    expect(await document()).not.toContain('validThrough')
    await page.getByLabel('Gäller till och med (valfritt)').fill('31/12')
    await page.keyboard.press('Tab')
    await soon(document).toContain('"validThrough":"2026-12-31"')
    await soon(document).toContain('Intyg inför resan')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
