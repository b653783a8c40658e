import type { Output } from '#contract/operations.ts'
import type { WindowUnderTest } from './window-harness.ts'
import { type Scene, scenes } from './window-replies.ts'

const office = (known: Output<'case.office'>['office']): Scene => ({ 'case.office': { ok: true, value: { office: known } } })
const first: Scene = { ...scenes.empty, ...office(null) }
const later: Scene = { ...scenes.ready, ...office({ type: 'social-services', name: 'Påhittade kommunen', unit: 'Barn och familj' }) }

const toForm = async ({ page, ready }: WindowUnderTest): Promise<void> => {
  await page.keyboard.press('Control+n')
  await page.locator('form input').first().waitFor()
  await ready()
}
const refused = async (window: WindowUnderTest): Promise<void> => {
  await toForm(window)
  await window.page.keyboard.press('Enter')
  await window.page.locator('[slot="errorMessage"]').first().waitFor()
}

/** A new case, in the states that its form can be in. */
export const newCaseStates = [
  { name: 'the first case of a register', scene: first, reach: toForm },
  { name: 'a new case with nothing written', scene: first, reach: refused },
  { name: 'a new case of an office that is known', scene: later, reach: toForm },
]
