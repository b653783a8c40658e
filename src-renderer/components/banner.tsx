import type { ReactNode } from 'react'
import css from './banner.module.css'
import { cx } from './cx.ts'
import { Glyph } from './glyph.tsx'
import { familyOf, type StatusId } from './status.ts'

type Given = {
  readonly status: StatusId
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly urgent?: boolean
  readonly big?: boolean
}

/** What the whole screen has to say first. Only a pause and an alarm interrupt a screen reader. */
export function Banner({ status, title, children, actions, urgent = false, big = false }: Given): ReactNode {
  return (
    <div className={cx(css['banner'], css[familyOf[status]])} role={urgent ? 'alert' : 'status'}>
      <Glyph status={status} size={big ? 34 : 26} />
      <div className={css['words']}>
        {big ? <h1 tabIndex={-1}>{title}</h1> : <h2>{title}</h2>}
        {children}
      </div>
      {actions}
    </div>
  )
}
