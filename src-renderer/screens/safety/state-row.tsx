import type { ReactNode } from 'react'
import { Glyph } from '../../components/glyph.tsx'
import type { StatusId } from '../../components/status.ts'
import css from './safety.module.css'

type Given = {
  readonly status: StatusId
  readonly title: string
  readonly line: ReactNode
  readonly acts?: ReactNode
  readonly children?: ReactNode
}

/** One thing that protects the register: how it stands, in words, and what can be done about it. */
export function StateRow({ status, title, line, acts, children }: Given): ReactNode {
  return (
    <li className={css['item']}>
      <div className={css['row']} data-status={status}>
        <Glyph status={status} size={16} />
        <div className={css['words']}>
          <div className={css['name']}>{title}</div>
          <p className={css['small']}>{line}</p>
        </div>
        {acts === undefined ? null : <div className={css['acts']}>{acts}</div>}
      </div>
      {children}
    </li>
  )
}
