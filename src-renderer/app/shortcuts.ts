import { useEffect } from 'react'
import type { Action } from './actions/action.ts'
import { windowActions } from './actions/window-actions.ts'
import { useWindowContext, type WindowContext } from './actions/window-context.ts'

const mac = navigator.platform.startsWith('Mac')

/** Runs the window's commands by their keys. A key that a refused command has does nothing but stay its own. */
export function useShortcuts(): void {
  const context = useWindowContext()
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const action = actionFor(event, context)
      if (action === undefined) return
      event.preventDefault()
      // A button that has the focus would take Ctrl Enter for its own Enter.
      if (event.ctrlKey || event.metaKey) event.stopPropagation()
      if (action.refusal?.(context) === undefined) action.run(context)
    }
    const hearFirst = (event: KeyboardEvent): void => (event.ctrlKey || event.metaKey ? hear(event) : undefined)
    const hearLast = (event: KeyboardEvent): void => (event.ctrlKey || event.metaKey ? undefined : hear(event))
    window.addEventListener('keydown', hearFirst, { capture: true })
    window.addEventListener('keydown', hearLast)
    return () => {
      window.removeEventListener('keydown', hearFirst, { capture: true })
      window.removeEventListener('keydown', hearLast)
    }
  }, [context])
}

function actionFor(event: KeyboardEvent, context: WindowContext): Action<WindowContext> | undefined {
  const pressed = keysOf(event)
  // Within a text its own undo comes first, sign by sign.
  if (['/', 'Ctrl+Z', 'Ctrl+Shift+Z'].includes(pressed) && isTyping(event.target)) return undefined
  return windowActions(context).find(({ keys, otherKeys }) => keys === pressed || otherKeys?.includes(pressed))
}

function keysOf(event: KeyboardEvent): string {
  const ctrl = mac && event.key !== 'F6' ? event.metaKey : event.ctrlKey
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // On a Swedish keyboard the slash is Shift 7: the sign counts, not the key.
  const shift = event.shiftKey && key !== '/'
  return [ctrl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable]')

const signs: Readonly<Record<string, string>> = { PageDown: 'PgDn', PageUp: 'PgUp', ArrowLeft: '←', Ctrl: mac ? 'Cmd' : 'Ctrl' }

/** `Ctrl Shift H`, as keys are written in tooltips. */
export const keysInWords = (keys: string): string =>
  keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(' ')
