import { type ReactNode, useEffect, useRef } from 'react'
import { moveFocusTo } from '../../app/focus.ts'
import parts from '../../components/parts.module.css'

/** A form that opens in place: the keyboard goes into it, and back to where it came from. */
export function FormShell({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const before = document.activeElement
    form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else moveFocusTo('[data-action="new-user"]')
    }
  }, [])
  return (
    <fieldset ref={form} className={parts['form']} aria-label={label}>
      {children}
    </fieldset>
  )
}
