import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input, OperationName, Output } from '#contract/operations.ts'
import { type ChromiumWindow, openChromiumWindow } from '#shells/chromium/window.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'
import { accessibilityFaults } from '../support/window-harness.ts'

const fixtures = new URL('../fixtures/questionnaires/', import.meta.url)
const sample = { forms: new URL('forms/', fixtures), messages: new URL('messages/', fixtures) }
const reference = 'HV-2026-0001'

/** A real window on a real encrypted register, with one form more than is shipped: a definition and its texts, nothing else. */
let house: Composed
let window: ChromiumWindow
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hemvag-forms-'))
  house = await createDemonstration(join(folder, 'DEMO-register'), { language: 'sv', exportFolder: folder, forms: [sample] })
  const renderer = new URL('../../out/renderer/', import.meta.url)
  window = await openChromiumWindow({ browser: installedBrowser(), renderer, application: house.application, headless: true })
  await window.page.setViewportSize({ width: 1280, height: 800 })
  await window.page.getByRole('row').filter({ hasText: reference }).click()
  await window.page.locator('[data-safeguards]').waitFor()
})
afterAll(async () => {
  await window?.close()
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await house.commands.answer(name, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value as Output<N>
}
const opened = (id: string, index: number) => call('questionnaire.open', { reference, id, index, language: 'sv' })
const open = (id: string) => window.page.locator(`[data-question="${id}"]`).waitFor()
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await window.page.keyboard.press(key)
}
/** The row of a question shows its answer once it is in the register. */
const answered = (id: string, words: string) => window.page.locator(`[data-row="${id}"]`).filter({ hasText: words }).waitFor()

describe('a questionnaire added by data alone', () => {
  test('is found among the forms, and begun with Enter', async () => {
    const { page } = window
    await press('Control+6')
    const begin = page.locator('[data-form-entry="SAMPLE-1"] [data-action="begin-form"]')
    await begin.focus()
    await press('Enter')
    await page.getByRole('heading', { name: 'Provsamtal' }).waitFor()
    await open('heldOn')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('is filled by keyboard: days typed, numbers choose, Enter goes on, a letter answers otherwise', async () => {
    const { page } = window
    await page.keyboard.type('2026-09-28')
    await press('Enter')
    await open('born')
    await page.keyboard.type('2011-??-??')
    await press('Enter')
    await open('alone')
    await page.locator('[data-help]').getByText('Barnet talar friare ensamt.').waitFor()
    await press('2')
    await page.locator('[data-row="who"]').waitFor()
    await press('Enter')
    await open('who')
    await press('2', '3', 'Enter')
    await open('safe')
    await answered('sleep', '')
    await press('2', 'Enter')
    await open('sleep')
    await press('V', 'Enter')
    await open('words')
    await page.keyboard.type('Jag vill hem till mormor.')
    await press('Tab', 'Enter')
    await open('helper')
    await page.keyboard.type('Mormor')
    await press('Enter')
    await open('paper')
    await answered('safe', 'Oftast trygg')
    await answered('sleep', 'Vet inte')
    await answered('words', 'Jag vill hem till mormor.')
    await answered('helper', 'Mormor')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('is saved answer by answer, each of its own kind', async () => {
    const { answers, faults, signedOff } = await opened('SAMPLE-1', 0)
    expect(answers).toEqual({
      heldOn: { date: '2026-09-28' },
      born: { partialDate: '2011-??-??' },
      alone: { code: 'no' },
      who: { codes: ['aunt', 'teacher'] },
      safe: { code: '4', scale: 'SAFE5' },
      sleep: { none: 'unknown' },
      words: { words: 'Jag vill hem till mormor.' },
      helper: { text: 'Mormor' },
    })
    expect(faults).toEqual([])
    expect(signedOff).toBeNull()
  })

  test('is signed off as a version with Ctrl Enter, and stands for ever', async () => {
    const { page } = window
    await press('Control+Enter')
    await page.locator('[data-signed="yes"]').waitFor()
    const signed = await opened('SAMPLE-1', 0)
    expect(signed).toMatchObject({ signedOff: { on: '2026-09-30' }, dueOn: '2026-10-30' })
    const input = { reference, version: signed.version, id: 'SAMPLE-1', index: 0, question: 'helper', answer: null, operationId: 'later' }
    expect(await house.commands.answer('questionnaire.answer', input)).toMatchObject({ ok: false, error: { code: 'immutable' } })
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('a new version shows what it changes of the former', async () => {
    const { page } = window
    const { index } = await call('questionnaire.start', { reference, id: 'SAMPLE-1', operationId: 'again-1' })
    const { version } = await opened('SAMPLE-1', index)
    const answer = { code: '2', scale: 'SAFE5' }
    await call('questionnaire.answer', { reference, version, id: 'SAMPLE-1', index, question: 'safe', answer, operationId: 'again-2' })
    expect((await opened('SAMPLE-1', index)).former).toMatchObject({ on: '2026-09-30', form: 'SAMPLE-1@1' })
    await page.locator('[data-action="close-form"]').focus()
    await press('Enter')
    await page.locator('[data-form-entry="SAMPLE-1"]').waitFor()
  })

  test('is refused while something required has no answer, with how much remains', async () => {
    const { version } = await opened('SAMPLE-1', 1)
    const refusal = await house.commands.answer('questionnaire.sign', {
      reference,
      version,
      id: 'SAMPLE-1',
      index: 1,
      operationId: 'early',
    })
    expect(refusal).toMatchObject({ ok: false, error: { code: 'form-not-complete', values: { n: 4 } } })
  })
})

describe('a risk assessment by keyboard', () => {
  test('a factor is scored by two digits, and a stop that it opens is explained where it fires', async () => {
    const { page } = window
    await press('Control+4')
    await page.locator('[data-action="begin-form"]').focus()
    await press('Enter')
    await page.locator('[data-form="RISK-4x4@1"]').waitFor()
    await page.locator('[data-part="individual"]').focus()
    await press('Enter')
    await open('RI01')
    await press('4', '4')
    await page.locator('[data-rule="STOP1"]').waitFor()
    await page.locator('[data-overall="critical"]').waitFor()
    const { answers } = await opened('RISK-4x4', 1)
    expect(answers['RI01']).toEqual({ risk: { finding: 'present', inherent: { likelihood: 4, severity: 4 }, measures: [] } })
    await press('F')
    await page.locator('[data-overall="medium"]').waitFor()
    expect((await opened('RISK-4x4', 1)).former?.changed).not.toContain('RI01')
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
