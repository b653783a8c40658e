import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './panel.module.css'

type Given = { readonly title?: string; readonly aside?: ReactNode; readonly children: ReactNode; readonly className?: string | undefined }

/** A flat surface with a heading. */
export function Panel({ title, aside, children, className }: Given): ReactNode {
  return (
    <section className={cx(css['panel'], className)} {...(title === undefined ? {} : { 'aria-label': title })}>
      {title === undefined ? null : (
        <div className={css['head']}>
          <h2>{title}</h2>
          {aside === undefined ? null : <div className={css['aside']}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** A sunken row that heads the rows below it. */
export function GroupRow({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count?: ReactNode
  readonly children?: ReactNode
}): ReactNode {
  return (
    <div className={css['group']}>
      <h3>{title}</h3>
      {count === undefined ? null : <span className={css['count']}>{count}</span>}
      {children === undefined ? null : <span className={css['aside']}>{children}</span>}
    </div>
  )
}

/** Label left, value right. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode] | undefined)[] }): ReactNode {
  return (
    <dl className={css['facts']}>
      {rows.map((row) =>
        row === undefined ? null : (
          <div key={row[0]} className={css['pair']}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
