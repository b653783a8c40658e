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

type GroupGiven = { readonly title: string; readonly count?: ReactNode; readonly level?: 2 | 3; readonly children?: ReactNode }

/** A sunken row that heads the rows below it; level 2 where the panel has no heading of its own. */
export function GroupRow({ title, count, level = 3, children }: GroupGiven): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={css['group']}>
      <Heading className={css['group-title']}>{title}</Heading>
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
