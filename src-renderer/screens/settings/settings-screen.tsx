import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useAnswer } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import parts from '../../components/parts.module.css'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { AppearancePanel } from './appearance-panel.tsx'
import { KeepingPanel } from './keeping-panel.tsx'
import { LockPanel } from './lock-panel.tsx'
import { NamesPanel } from './names-panel.tsx'
import { OwnKeyPanel } from './own-key-panel.tsx'
import { RegisterPanel } from './register-panel.tsx'
import { SettingSearch } from './setting-search.ts'
import css from './settings.module.css'
import { UsersPanel } from './users-panel.tsx'

/** Everything that can be set, on one page: what is only mine at the left, what holds for the register at the right. */
export function SettingsScreen(): ReactNode {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const { user } = useRegister()
  const users = useAnswer('users.list', {})
  return (
    <PlainScreen ready={!users.isPending}>
      <TitleRow title={t('screen.settings')} line={t('settings.line')}>
        <SearchField className={cx(css['search'])} aria-label={t('settings.search')} value={text} onChange={setText} data-search="">
          <div className={field['box']}>
            <Search size={15} strokeWidth={1.75} aria-hidden="true" />
            <Input className={cx(field['input'])} placeholder={t('settings.search')} />
          </div>
        </SearchField>
      </TitleRow>
      <SettingSearch value={text}>
        <div className={parts['columns']}>
          <div className={parts['column']}>
            <AppearancePanel />
            <NamesPanel />
            <LockPanel />
            <OwnKeyPanel user={user ?? ''} />
          </div>
          <div className={parts['column']}>
            <KeepingPanel />
            <RegisterPanel />
            <UsersPanel query={users} />
          </div>
        </div>
      </SettingSearch>
    </PlainScreen>
  )
}
