import { expect, test } from 'vitest'
import { openChromiumWindow } from '#shells/chromium/window.ts'
import { openDemonstration } from '#shells/demonstration.ts'
import { installedBrowser } from '../support/browser.ts'

test('the built window starts without one violation of its content security policy and without asking for anything outside', async () => {
  const { application, close } = await openDemonstration({ language: 'sv' })
  const renderer = new URL('../../out/renderer/', import.meta.url)
  const window = await openChromiumWindow({ browser: installedBrowser(), renderer, application, headless: true })
  try {
    const { page } = window
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (problem) => problems.push(problem.message))
    page.on('requestfailed', (request) => problems.push(`${request.url()} ${request.failure()?.errorText}`))
    await page.addInitScript(`window.violations = []
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI))`)
    await page.reload()
    await page.waitForSelector('[data-ready]')
    expect(await page.evaluate('violations')).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await window.close()
    await close()
  }
})
