import { chromium } from 'playwright-core'
import { installedBrowser } from '../support/browser.ts'

export interface ChromiumPeer {
  print(): Promise<Buffer>
  close(): Promise<void>
}

/** A running browser with a page that loads and prints a file anew each time, with tags, as in our own file. */
export async function startChromium(address: string, templates: { header: string; footer: string }): Promise<ChromiumPeer> {
  const browser = await chromium.launch({ executablePath: installedBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const page = await browser.newPage()
  return {
    async print() {
      await page.goto(address)
      await page.evaluate('document.fonts.ready.then(() => undefined)')
      return page.pdf({
        preferCSSPageSize: true,
        tagged: true,
        displayHeaderFooter: true,
        headerTemplate: templates.header,
        footerTemplate: templates.footer,
      })
    },
    close: () => browser.close(),
  }
}
