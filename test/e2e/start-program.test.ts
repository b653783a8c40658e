import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk } from '../support/command-line.ts'
import { emptyHome, type Home } from '../support/started-program.ts'

const passphrase = 'sex ord som ingen annan gissar'
let desk: string
let home: Home
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'hemvag-start-'))
  home = emptyHome(join(desk, 'home'))
})
afterEach(async () => {
  await home.close()
  rmSync(desk, { recursive: true, force: true })
})

const title = (page: Page, text: string) => page.locator('h1', { hasText: text }).waitFor()
const register = () => join(home.folder, 'Hemvag')

/** The first screen from end to end, by keyboard alone. */
async function makeRegister(page: Page): Promise<void> {
  const { keyboard } = page
  await page.getByText('Går att skriva i och synkas inte').waitFor()
  await page.getByLabel('Mapp för registret').focus()
  await keyboard.press('Enter')
  await page.locator('input:focus').waitFor()
  await keyboard.type('Anna Testberg')
  await page.getByRole('textbox', { name: 'Lösenfras', exact: true }).focus()
  await keyboard.type(passphrase)
  await page.getByText('6 ord, svår att gissa').waitFor()
  await page.getByRole('textbox', { name: 'Samma en gång till' }).focus()
  await keyboard.type(passphrase)
  await keyboard.press('Enter')
  await page.locator('[data-action="copy-recovery-key"]').press('Enter')
  const code = /Kontrolltecken: (\S{4})/.exec(await page.locator('main').innerText())?.[1] ?? ''
  await page.getByLabel('De fyra sista tecknen').fill('ZZZZ')
  await page.getByText('De fyra tecknen stämmer inte').waitFor()
  expect(await page.locator('[data-action="create-register"]').getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('De fyra sista tecknen').fill(code)
  await page.locator('[data-action="create-register"]').press('Enter')
  await title(page, 'Ärenden')
}

async function unlock(page: Page, given: string): Promise<void> {
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(given)
  await page.keyboard.press('Enter')
}

test('from an empty home to a register of one’s own, locked, opened, closed and found again at the next start', async () => {
  const { page, shut } = await home.start()
  await title(page, 'Skapa ett register')
  await makeRegister(page)
  expect(await page.locator('[data-fill]').count()).toBe(0)
  await page.getByText('Inget ärende är öppnat än.').waitFor()
  expect(await page.locator('[data-primary]').innerText()).toBe('Nytt ärende')

  await page.keyboard.press('Control+l')
  await title(page, 'Lås upp registret')
  expect(await page.locator('main').innerText()).not.toContain('Anna Testberg')
  await unlock(page, 'inte den rätta frasen')
  await page.locator('[slot="errorMessage"]').waitFor()
  await unlock(page, passphrase)
  await title(page, 'Ärenden')
  expect(await shut()).toBe(0)
  expect(readdirSync(register())).toEqual(expect.arrayContaining(['keys.json', 'register.db', 'keyring.db']))

  const again = await home.start()
  await title(again.page, 'Lås upp registret')
  await unlock(again.page, passphrase)
  await title(again.page, 'Ärenden')
  expect(await again.shut()).toBe(0)
})

test('a new case is opened by keyboard alone, and stands there at the next start', async () => {
  const { page, shut } = await home.start()
  await makeRegister(page)
  const { keyboard } = page
  await keyboard.press('Control+n')
  await title(page, 'Nytt ärende')
  await page.locator('input:focus').waitFor()
  await keyboard.press('Enter')
  await page.getByText('Skriv ett arbetsnamn').waitFor()
  expect(await page.locator('[slot="errorMessage"]').count()).toBe(5)
  for (const word of ['K.', 'Dnr 2026-17', '2012-05-04']) {
    await keyboard.type(word)
    await keyboard.press('Tab')
  }
  await page.getByLabel('Kommunkod').focus()
  await keyboard.type('1280')
  await keyboard.press('Tab')
  await keyboard.type('Påhittade kommunen')
  await keyboard.press('Tab')
  await keyboard.type('Barn och familj')
  await keyboard.press('Enter')
  await page.locator('[data-safeguards]').waitFor()
  const said = await page.locator('body').innerText()
  expect(said).toMatch(/HV-\d{4}-0001/)
  expect(said).toContain('0 av 24')
  await keyboard.press('Control+n')
  await title(page, 'Nytt ärende')
  expect(await page.getByLabel('Myndighet').count()).toBe(0)
  expect(await shut()).toBe(0)

  const again = await home.start('--register', register())
  await unlock(again.page, passphrase)
  await again.page.getByRole('row').filter({ hasText: 'K.' }).waitFor()
  expect(await again.page.locator('[role="row"]').count()).toBe(1)
  await again.shut()
})

test('on a new computer the register is restored from its newest copy, from the first screen', async () => {
  const place = join(desk, 'usb')
  mkdirSync(place)
  const { page, shut } = await home.start()
  await makeRegister(page)
  await shut()
  await backUp(register(), place)
  const elsewhere = emptyHome(join(desk, 'new computer'))
  const again = await elsewhere.start()
  await again.page.locator('[data-action="open-restoring"]').press('Enter')
  await again.page.getByLabel('Platsen där kopiorna ligger').fill(place)
  await again.page.getByRole('textbox', { name: 'Lösenfras eller' }).fill(passphrase)
  await again.page.keyboard.press('Enter')
  await title(again.page, 'Lås upp registret')
  await unlock(again.page, passphrase)
  await title(again.page, 'Ärenden')
  expect(await again.shut()).toBe(0)
  expect(readdirSync(join(elsewhere.folder, 'Hemvag'))).toContain('register.db')
})

/** A copy by the command line, as a person makes one. */
async function backUp(folder: string, place: string): Promise<void> {
  const secret = join(desk, 'phrase')
  writeFileSync(secret, `${passphrase}\n`)
  const bench = new Desk()
  const said = await bench.hemvag(['backup', 'create', '--place', place, '--register', folder, '--passphrase-file', secret])
  bench.clear()
  expect(said).toMatchObject({ exit: 0 })
}

describe('the demonstration', () => {
  test('opens when it is asked for, is marked as practice, and leaves no register behind', async () => {
    const { page, shut } = await home.start('--demo')
    await title(page, 'Ärenden')
    await page.locator('[data-fill]', { hasText: 'ÖVNING' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await shut()).toBe(0)
    const next = await home.start()
    await title(next.page, 'Skapa ett register')
    await next.page.locator('[data-action="practise"]').first().press('Enter')
    await next.page.locator('[data-fill]', { hasText: 'ÖVNING' }).waitFor()
    await next.shut()
  })
})

describe('what keeps a register from being opened', () => {
  test('is told politely at the second start on the same register, and the first goes on', async () => {
    const first = await home.start()
    await makeRegister(first.page)
    const second = await home.start()
    await title(second.page, 'Lås upp registret')
    await unlock(second.page, passphrase)
    await title(second.page, 'Registret är redan öppet')
    await first.page.keyboard.press('Control+n')
    await title(first.page, 'Nytt ärende')
    expect(await second.shut()).toBe(0)
    expect(await first.shut()).toBe(0)
  })

  test('is told of a damaged register, of a key file that is gone, and of a register that is gone', async () => {
    const { page, shut } = await home.start()
    await makeRegister(page)
    await shut()
    writeFileSync(join(register(), 'register.db'), 'inget register')
    const damaged = await home.start()
    await unlock(damaged.page, passphrase)
    await title(damaged.page, 'Registret är skadat och öppnas inte')
    await damaged.shut()

    rmSync(join(register(), 'keys.json'))
    const keyless = await home.start()
    await title(keyless.page, 'Nyckelfilen saknas')
    expect(await keyless.page.locator('[data-fact]').count()).toBeGreaterThan(1)
    await keyless.shut()

    rmSync(register(), { recursive: true })
    const gone = await home.start()
    await gone.page.getByText('Registret som var öppet senast hittades inte').waitFor()
    expect(await gone.page.locator('main').innerText()).toContain(register())
    await gone.shut()
  })

  test('a register that is named but is not there is told in the terminal, and nothing is opened', async () => {
    await expect(home.start('--register', join(desk, 'nowhere'))).rejects.toThrow(/ended with 3: I .*nowhere finns inget register\./)
  })
})
