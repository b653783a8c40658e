import type { ReactNode } from 'react'
import css from './setting-row.module.css'

type Given = { readonly name: string; readonly help: string; readonly children: ReactNode }

/** A setting: its name, what it leads to in one sentence, and the control. */
export function SettingRow({ name, help, children }: Given): ReactNode {
  return (
    <div className={css['row']}>
      <div className={css['words']}>
        <div className={css['name']}>{name}</div>
        <p className={css['help']}>{help}</p>
      </div>
      <div className={css['control']}>{children}</div>
    </div>
  )
}
