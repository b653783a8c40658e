import { useEffect } from 'react'

/** Moves the keyboard to the first match, waiting for a screen that is just being drawn. */
export function moveFocusTo(selector: string): void {
  const found = (): boolean => {
    const element = document.querySelector<HTMLElement>(selector)
    element?.focus()
    return element !== null
  }
  if (found()) return
  const watcher = new MutationObserver(() => {
    if (found()) stop()
  })
  const stop = (): void => {
    watcher.disconnect()
    window.clearTimeout(patience)
  }
  const patience = window.setTimeout(stop, 3000)
  watcher.observe(document.body, { childList: true, subtree: true })
}

/** When the row or the section that had the focus is gone, reading goes on at the heading of the place that came instead. */
export function useFocusAtHeading(place: string | undefined): void {
  useEffect(() => {
    const { activeElement, body } = document
    if (place !== undefined && (activeElement === null || activeElement === body)) moveFocusTo('main h1')
  }, [place])
}

/** F6: from region to region, to where each was last or its first stop. */
export function movePane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility())
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + by + panes.length) % panes.length]
  if (next === undefined) return
  const stops = [...next.querySelectorAll<HTMLElement>('[aria-current="page"], button:not([tabindex="-1"]), [tabindex="0"], input')].filter(
    (stop) => stop.checkVisibility(),
  )
  const target = stops.find((stop) => stop.ariaCurrent === 'page') ?? stops[0] ?? next
  target.focus()
}
