import type { ReactNode } from 'react'
import { Glyph } from '../../components/glyph.tsx'
import parts from '../../components/parts.module.css'
import type { StatusId } from '../../components/status.ts'

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
    <li className={parts['item']}>
      <div className={parts['row']} data-status={status}>
        <Glyph status={status} size={16} />
        <div className={parts['words']}>
          <div className={parts['name']}>{title}</div>
          <p className={parts['small']}>{line}</p>
        </div>
        {acts === undefined ? null : <div className={parts['acts']}>{acts}</div>}
      </div>
      {children}
    </li>
  )
}
