import type { WindowUnderTest } from './window-harness.ts'
import { ownKeyReplies, recoverReplies, suggested, unlockState } from './window-keys.ts'
import { refused, type Scene, scenes } from './window-replies.ts'

type Way = (window: WindowUnderTest) => Promise<void>
type KeyState = { readonly name: string; readonly scene: Scene; readonly reach: Way }

const here: Way = async () => undefined
const press =
  (action: string): Way =>
  ({ page }) =>
    page.locator(`[data-action="${action}"]:visible`).first().click()

const inTurn =
  (...ways: readonly Way[]): Way =>
  async (window) => {
    for (const way of ways) await way(window)
  }

/** The first step of a first start is done as soon as its folder has been looked at. */
const place: Way = async (window) => {
  await window.page.locator('[data-action="next-step"]:not([aria-disabled])').click()
  await window.page.locator('input[type="password"]').first().waitFor()
}

const self: Way = async (window) => {
  await place(window)
  await window.page.locator('form input[type="text"]').first().fill('Anna Testberg')
  await press('suggest-passphrase')(window)
  await window.page.getByText(suggested.join(' ')).waitFor()
  await window.page.locator('input[type="password"]').nth(1).fill(suggested.join(' '))
}

/** The paper stands beside, and its code has been typed back. */
export const ready: Way = async (window) => {
  await self(window)
  await window.page.locator('[data-action="next-step"]:not([aria-disabled])').click()
  await press('copy-recovery-key')(window)
  await window.page.locator('form input[type="text"]').last().fill('k7mp')
  await window.page.locator('[data-action="create-register"]:not([aria-disabled])').waitFor()
}

const recovered: Way = async (window) => {
  await press('forgot-passphrase')(window)
  await window.page.locator('textarea').fill('abbo bada cirk')
  await press('read-recovery-key')(window)
  await window.page.locator('[data-action="set-new-passphrase"]').waitFor()
}

const settings: Way = async ({ page }) => {
  await page.locator('[data-action="go-to-settings"]').first().click()
  await page.locator('[data-action="change-passphrase"]').waitFor()
}

const wrongName: Way = async ({ page }) => {
  await page.locator('input').first().fill('Anna Testberg')
  await page.locator('input').nth(1).fill('fel')
  await page.keyboard.press('Enter')
  await page.locator('[slot="errorMessage"]').waitFor()
}

const misspelt: Scene = { ...scenes.locked, 'recovery.accounts': refused('locked') }
const taken = (verdict: 'synchronised' | 'holds-register'): Scene => ({
  ...scenes.none,
  'place.check': { ok: true, value: { verdict, freeBytes: null } },
})
const settingsScene: Scene = { ...scenes.ready, ...ownKeyReplies }

const lost: Scene = {
  ...scenes.none,
  'place.suggest': { ok: true, value: { folder: '/home/anna/Hemvag', lost: '/media/anna/STICKAN/Hemvag' } },
}

/** Everything that has to do with keys, in the states that it can be in. */
export const keyStates: readonly KeyState[] = [
  { name: 'a register to be restored from a copy', scene: scenes.none, reach: press('open-restoring') },
  { name: 'a first start after the last register went away', scene: lost, reach: here },
  {
    name: 'the lock where several people have a passphrase',
    scene: { ...scenes.locked, 'unlock.state': unlockState(1, 0, true) },
    reach: wrongName,
  },
  { name: 'the lock while one waits', scene: { ...scenes.locked, 'unlock.state': unlockState(4, 120) }, reach: here },
  {
    name: 'a recovery key that cannot be read',
    scene: misspelt,
    reach: inTurn(press('forgot-passphrase'), async ({ page }) => {
      await page.locator('textarea').fill('abborre')
      await page.locator('[data-action="read-recovery-key"]').click()
      await page.locator('[slot="errorMessage"]').waitFor()
    }),
  },
  { name: 'a recovery key that was read', scene: { ...scenes.locked, ...recoverReplies }, reach: recovered },
  { name: 'another register', scene: scenes.locked, reach: press('open-other') },
  { name: 'first start', scene: scenes.none, reach: here },
  {
    name: 'first start in a synchronised folder',
    scene: taken('synchronised'),
    reach: async ({ page }) => page.locator('[slot="errorMessage"]').waitFor(),
  },
  {
    name: 'first start where a register lies',
    scene: taken('holds-register'),
    reach: async ({ page }) => page.locator('[data-action="open-there"]').waitFor(),
  },
  { name: 'first start, the passphrase', scene: scenes.none, reach: self },
  { name: 'first start, ready to be made', scene: scenes.none, reach: ready },
  { name: 'settings, a new passphrase', scene: settingsScene, reach: inTurn(settings, press('change-passphrase')) },
  {
    name: 'settings, a new recovery key',
    scene: settingsScene,
    reach: inTurn(settings, press('replace-recovery-key'), async ({ page }) =>
      page.locator('[data-action="print-recovery-key"]').waitFor(),
    ),
  },
]
