import { type KeyboardEvent, type ReactNode, useRef } from 'react'

/**
 * One stop for the Tab key over many buttons, which the arrow keys walk as they lie: up and down within a column, left and
 * right between columns, Home and End, and typing the beginning of a label.
 * The buttons inside carry `data-roving`, their columns `data-column`.
 */
export function Roving({ children, className }: { readonly children: ReactNode; readonly className?: string | undefined }): ReactNode {
  const group = useRef<HTMLDivElement>(null)
  const hear = (event: KeyboardEvent): void => {
    const from = document.activeElement
    if (!(from instanceof HTMLElement) || group.current === null || !from.matches('[data-roving]')) return
    const to = event.ctrlKey || event.metaKey || event.altKey ? undefined : target(group.current, from, event.key)
    if (to === undefined) return
    event.preventDefault()
    take(group.current, to)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside; the group only walks between them
    <div
      ref={group}
      className={className}
      onKeyDown={hear}
      onFocus={(event) => group.current !== null && take(group.current, event.target)}
    >
      {children}
    </div>
  )
}

function take(group: HTMLElement, to: HTMLElement): void {
  if (!to.matches('[data-roving]')) return
  for (const each of itemsOf(group)) each.tabIndex = each === to ? 0 : -1
  if (document.activeElement !== to) to.focus()
}

const itemsOf = (group: Element): readonly HTMLElement[] => [...group.querySelectorAll<HTMLElement>('[data-roving]')]

function target(group: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const all = itemsOf(group)
  const columns = [...group.querySelectorAll('[data-column]')].map(itemsOf)
  const column = columns.findIndex((each) => each.includes(from))
  const row = columns[column]?.indexOf(from) ?? -1
  const aside = (to: number): HTMLElement | undefined => columns[to]?.[Math.min(row, (columns[to]?.length ?? 0) - 1)]
  switch (key) {
    case 'ArrowDown':
      return all[all.indexOf(from) + 1]
    case 'ArrowUp':
      return all[all.indexOf(from) - 1]
    case 'ArrowRight':
      return aside(column + 1)
    case 'ArrowLeft':
      return aside(column - 1)
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    default:
      return key.length === 1 ? startingWith(all, from, key) : undefined
  }
}

function startingWith(all: readonly HTMLElement[], from: HTMLElement, letter: string): HTMLElement | undefined {
  const after = all.indexOf(from) + 1
  return [...all.slice(after), ...all.slice(0, after)].find((each) =>
    each.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()),
  )
}
