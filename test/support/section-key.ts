import type { Page } from 'playwright-core'

/** The keys that lead to a section of the case that is open: its place along the path. */
export async function sectionKey(page: Page, section: string): Promise<string> {
  const ids = await page.locator('[data-section]').evaluateAll((each) => each.map((button) => button.getAttribute('data-section')))
  const at = ids.indexOf(section)
  if (at < 0 || at > 8) throw new Error(`no key leads to ${section}`)
  return `Control+${at + 1}`
}
