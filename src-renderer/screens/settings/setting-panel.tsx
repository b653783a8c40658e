import type { ReactNode } from 'react'
import { Panel } from '../../components/panel.tsx'
import { SettingRow } from '../../components/setting-row.tsx'
import { useSettingMatch } from './setting-search.ts'

export type Setting = { readonly id: string; readonly name: string; readonly help: string; readonly control: ReactNode }
type Given = { readonly title: string; readonly scope: string; readonly settings: readonly Setting[] }

/** Settings of one kind. Those that do not match a search leave, and the panel with its last one. */
export function SettingPanel({ title, scope, settings }: Given): ReactNode {
  const matches = useSettingMatch()
  const shown = settings.filter(({ name, help }) => matches(title, name, help))
  if (shown.length === 0) return null
  return (
    <Panel title={title} aside={scope}>
      {shown.map(({ id, name, help, control }) => (
        <SettingRow key={id} name={name} help={help}>
          {control}
        </SettingRow>
      ))}
    </Panel>
  )
}
