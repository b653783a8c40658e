import type { ReactNode } from 'react'
import css from './child.module.css'

/** Four to seven fields that are one thought, with their heading beside them where there is room. */
export function FieldGroup({
  title,
  id,
  children,
}: {
  readonly title: string
  readonly id: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className={css['group']} aria-label={title} data-group={id}>
      <h2>{title}</h2>
      <div className={css['fields']}>{children}</div>
    </section>
  )
}
