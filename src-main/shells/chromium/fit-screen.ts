import type { BrowserContext, Page } from 'playwright-core'

/** A place on the screen, in the screen's own pixels. */
export type Bounds = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The wanted bounds, moved and made smaller as far as the free part of the screen demands. */
export function boundsWithin(wanted: Bounds, free: Bounds): Bounds {
  const width = Math.min(wanted.width, free.width)
  const height = Math.min(wanted.height, free.height)
  const within = (at: number, from: number, room: number) => Math.max(from, Math.min(at, from + room))
  return {
    left: within(wanted.left, free.left, free.width - width),
    top: within(wanted.top, free.top, free.height - height),
    width,
    height,
  }
}

/** Keeps the window on its screen: without a window manager Chromium opens at the size asked for, however small the screen is. */
export async function fitScreen(context: BrowserContext, page: Page): Promise<void> {
  const free: Bounds = await page.evaluate(
    '({ left: screen.availLeft, top: screen.availTop, width: screen.availWidth, height: screen.availHeight })',
  )
  const session = await context.newCDPSession(page)
  const { windowId, bounds } = await session.send('Browser.getWindowForTarget')
  const { left = 0, top = 0, width = free.width, height = free.height } = bounds
  const fitting = boundsWithin({ left, top, width, height }, free)
  await session.send('Browser.setWindowBounds', { windowId, bounds: fitting })
  await session.detach()
}
