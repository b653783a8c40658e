import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Glyph } from './glyph.tsx'
import { familyOf, type StatusId } from './status.ts'
import css from './status-tag.module.css'

type Given = { readonly status: StatusId; readonly children: ReactNode; readonly small?: boolean }

/** Glyph and word on the soft colour of the status. */
export function StatusTag({ status, children, small = false }: Given): ReactNode {
  return (
    <span className={cx(css['tag'], css[familyOf[status]], small && css['small'])}>
      <Glyph status={status} size={small ? 13 : 15} />
      {children}
    </span>
  )
}

/** Glyph and word without a ground. */
export function StatusText({ status, children, small = false }: Given): ReactNode {
  return (
    <span className={cx(css['text'], css[familyOf[status]], small && css['small'])}>
      <Glyph status={status} size={14} />
      {children}
    </span>
  )
}
