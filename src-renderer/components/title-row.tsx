import type { ReactNode } from 'react'
import css from './title-row.module.css'

/** Title, one line of facts, at most one primary and two secondary actions. */
export function TitleRow({
  title,
  line,
  children,
}: {
  readonly title: string
  readonly line: string
  readonly children?: ReactNode
}): ReactNode {
  return (
    <div className={css['row']}>
      <div className={css['words']}>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={css['line']}>{line}</p>
      </div>
      {children === undefined ? null : <div className={css['actions']}>{children}</div>}
    </div>
  )
}
