import { findBrowser } from '#shells/browser.ts'

/** The installed browser; the tests never pass over a missing one. */
export function installedBrowser(): string {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('No Chromium, Chrome or Edge found: run `npm test`, which provides it or says how')
  return browser
}
