import type { LucideIcon } from 'lucide-react'
import type { Values } from '../text.ts'

/** Why an action cannot be run now: a message key and its values. */
export type Refusal = { readonly key: string; readonly values?: Values }

/** One command of the window. Button, tooltip and shortcut all read it from here. */
export type Action<Context> = {
  readonly id: string
  readonly label: (context: Context) => { readonly key: string; readonly values?: Values }
  /** `Ctrl+Shift+H`; on a Mac Ctrl is Cmd. */
  readonly keys?: string
  /** Other keys that do the same. */
  readonly otherKeys?: readonly string[]
  readonly icon?: LucideIcon
  readonly refusal?: (context: Context) => Refusal | undefined
  readonly run: (context: Context) => void
}
