import type { ReactNode } from 'react'
import css from './button.module.css'

/** Read out, not drawn. */
export function VisuallyHidden({ children, id }: { readonly children: ReactNode; readonly id?: string }): ReactNode {
  return (
    <span className={css['hidden']} {...(id === undefined ? {} : { id })}>
      {children}
    </span>
  )
}
